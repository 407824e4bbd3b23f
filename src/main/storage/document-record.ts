import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type DocumentSource, documentSourceSchema } from '#core/importing/document-source';
import type { DocumentFormat } from '#core/importing/read-document';
import type { Corrections } from '#core/outline/corrections';
import { correctionsSchema } from '#core/outline/corrections-schema';
import type { Result } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import type { FileSystem } from './file-system.ts';
import { migrateJson } from './json-migrations.ts';
import { parseJson } from './parse-json.ts';
import { readSharedFile } from './plan-file.ts';

const version = 'document/1';

const recordSchema = z.object({
  schema: z.literal(version),
  source: documentSourceSchema,
  corrections: correctionsSchema,
});

/** What is kept about a text that was imported. */
export interface DocumentRecord {
  source: DocumentSource;
  corrections: Corrections;
}

/** The record of the text with this hash; `undefined`: there is none, or none that this version understands. */
export async function readRecord(
  fileSystem: FileSystem,
  folder: string,
  hash: string,
): Promise<DocumentRecord | undefined> {
  const own = await readRecordFile(fileSystem, `${stemOf(folder, hash)}.json`);
  if (own !== undefined) return own;
  // One for all texts, as it was written before each had its own.
  const hasOwn = await fileSystem.lstat(join(folder, 'imports')).catch(() => undefined);
  return hasOwn === undefined ? readRecordFile(fileSystem, join(folder, 'document.json')) : undefined;
}

/**
 * Keeps the record of a text and the file it came from, `文档/<document id>/imports/<hash>.json` and beside it: going back to an
 * earlier text goes back to its record as well.
 */
export async function writeRecord(
  writer: Pick<AtomicWriter, 'write' | 'makeFolder'>,
  { root, folder, hash }: { root: string; folder: string; hash: string },
  { record, bytes }: { record: DocumentRecord; bytes: Uint8Array },
): Promise<Result<null, OperationError>> {
  const stem = stemOf(folder, hash);
  const made = await writer.makeFolder(root, dirname(stem));
  if (!made.ok) return made;
  const file = await writer.write(`${stem}.${extensions[record.source.format]}`, bytes);
  if (!file.ok) return file;
  return writer.write(`${stem}.json`, `${JSON.stringify({ schema: version, ...record }, null, 2)}\n`);
}

const extensions: Record<DocumentFormat, string> = {
  docx: 'docx',
  pdf: 'pdf',
  text: 'txt',
  html: 'html',
  markdown: 'md',
};

function stemOf(folder: string, hash: string): string {
  return join(folder, 'imports', hash.replace(/^sha256-/, ''));
}

async function readRecordFile(fileSystem: FileSystem, path: string): Promise<DocumentRecord | undefined> {
  const bytes = await readSharedFile(fileSystem, path);
  if (!bytes.ok) return undefined;
  const record = recordSchema.safeParse(migrateJson(parseJson(bytes.value), version));
  return record.success ? { source: record.data.source, corrections: record.data.corrections } : undefined;
}
