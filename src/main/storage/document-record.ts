import { join } from 'node:path';
import { z } from 'zod';
import { type DocumentSource, documentSourceSchema } from '#core/importing/document-source';
import type { Corrections } from '#core/outline/corrections';
import { correctionsSchema } from '#core/outline/corrections-schema';
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

/** What is kept about an imported document beside its text: `文档/<document id>/document.json`. */
export interface DocumentRecord {
  source: DocumentSource;
  corrections: Corrections;
}

/** `undefined`: there is none, or none that this version understands. */
export async function readRecord(fileSystem: FileSystem, folder: string): Promise<DocumentRecord | undefined> {
  const bytes = await readSharedFile(fileSystem, join(folder, 'document.json'));
  if (!bytes.ok) return undefined;
  const record = recordSchema.safeParse(migrateJson(parseJson(bytes.value), version));
  return record.success ? { source: record.data.source, corrections: record.data.corrections } : undefined;
}

export function writeRecord(writer: Pick<AtomicWriter, 'write'>, folder: string, record: DocumentRecord) {
  return writer.write(join(folder, 'document.json'), `${JSON.stringify({ schema: version, ...record }, null, 2)}\n`);
}
