import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { countCharacters } from '#core/text/count-characters';
import { type Result, success } from '#core/text/result';
import type { KeptVersion } from '#ipc/contract/library-contract';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import type { FileSystem } from './file-system.ts';
import { parsePlan, readSharedFile } from './plan-file.ts';

/** A text that is kept, with the moment since when, where the file system tells it. */
export interface KeptText {
  plan: PlanDocument;
  keptSince?: Date;
}

interface Disk {
  fileSystem: FileSystem;
  writer: Pick<AtomicWriter, 'write' | 'makeFolder'>;
}

const hashes = new WeakMap<PlanDocument, string>();

/** The hash by which notes name a plan's text. The system computes it: the main process must not stand still. */
export function hashOfPlan(plan: PlanDocument): string {
  let hash = hashes.get(plan);
  if (hash === undefined) {
    hash = `sha256-${createHash('sha256').update(canonicalText(plan)).digest('hex').slice(0, 16)}`;
    hashes.set(plan, hash);
  }
  return hash;
}

/**
 * Keeps a text in `folder` (`文档/<document id>`) for good: as plain text that anybody can read, its name being the beginning of its hash,
 * and as a plan. What is there already is left alone; with `isLatest` the plan is replaced where its outline is another one, as after
 * corrections: the text is the same then, and so is its name.
 */
export async function keepText(
  { fileSystem, writer }: Disk,
  root: string,
  folder: string,
  plan: PlanDocument,
  isLatest = false,
): Promise<Result<null, OperationError>> {
  const paths = pathsOf(folder, hashOfPlan(plan));
  const text = canonicalText(plan);
  const hasText = (await sizeOf(fileSystem, paths.text)) === Buffer.byteLength(text);
  const hasPlan =
    (await sizeOf(fileSystem, paths.plan)) > 0 && !(isLatest && (await isOther(fileSystem, paths.plan, plan)));
  if (hasText && hasPlan) return success(null);
  const made = await writer.makeFolder(root, dirname(paths.text));
  if (!made.ok) return made;
  const written = hasText ? made : await writer.write(paths.text, text);
  if (!written.ok || hasPlan) return written;
  return writer.write(paths.plan, `${JSON.stringify(plan)}\n`);
}

async function isOther(fileSystem: FileSystem, path: string, plan: PlanDocument): Promise<boolean> {
  const bytes = await readSharedFile(fileSystem, path);
  const kept = bytes.ok ? parsePlan(bytes.value, plan.id) : bytes;
  return !(kept.ok && isDeepStrictEqual(kept.value, plan));
}

/** A kept text; `undefined` when it is not there or not what its name says. */
export async function readKeptText(
  fileSystem: FileSystem,
  folder: string,
  document: string,
  hash: string,
): Promise<KeptText | undefined> {
  const paths = pathsOf(folder, hash);
  const bytesOf = async (path: string) => {
    const bytes = await readSharedFile(fileSystem, path);
    return bytes.ok ? bytes.value : undefined;
  };
  const plan = await planOfFiles(document, hash, {
    compiled: await bytesOf(paths.plan),
    text: () => bytesOf(paths.text),
  });
  if (plan === undefined) return undefined;
  const { mtimeMs } = await fileSystem.lstat(paths.text).catch(() => fileSystem.lstat(paths.plan));
  return { plan, keptSince: new Date(mtimeMs) };
}

/** The texts of a document, for a list: that in use, the one that ships, and those that are kept, each once. */
export async function describeVersions({
  used,
  shipped,
  kept,
  find,
}: {
  used: string;
  shipped: string | undefined;
  kept: readonly string[];
  find: (hash: string) => Promise<KeptText | undefined>;
}): Promise<KeptVersion[]> {
  const versions: KeptVersion[] = [];
  for (const hash of new Set([used, ...(shipped === undefined ? [] : [shipped]), ...kept])) {
    const version = await find(hash);
    if (version === undefined) continue;
    const { plan, keptSince } = version;
    versions.push({
      hash,
      title: plan.title,
      characters: countCharacters(canonicalText(plan)),
      sections: plan.sections.length,
      isInUse: hash === used,
      isBundled: hash === shipped,
      keptSince: keptSince?.toISOString() ?? null,
    });
  }
  return versions;
}

/** What of a document's texts another program can change: the text in use, and which others are kept. Each changes with its mark. */
export interface TextMarks {
  inUse: string;
  kept: string;
}

/** The marks of the texts in `folder` (`文档/<document id>`), from the status of two files alone. */
export async function marksOfTexts(fileSystem: FileSystem, folder: string): Promise<TextMarks> {
  const markOf = async (name: string) => {
    const status = await fileSystem.lstat(join(folder, name)).catch(() => undefined);
    return status === undefined ? '' : `${status.mtimeMs} ${status.ino} ${status.size}`;
  };
  const [inUse, kept] = await Promise.all([markOf('plan.json'), markOf('versions')]);
  return { inUse, kept };
}

/** Hashes of the texts that are kept in a folder. */
export async function keptHashes(fileSystem: FileSystem, folder: string): Promise<string[]> {
  const entries = await fileSystem.readdir(join(folder, 'versions')).catch(() => []);
  const digits = entries.flatMap(({ name }) => /^([0-9a-f]{16})\.(?:json|txt)$/.exec(name)?.[1] ?? []);
  return [...new Set(digits)].sort().map((hash) => `sha256-${hash}`);
}

/** The text with this hash, made of the two files that are kept of it; `undefined` when neither is what its name says. */
export async function planOfFiles(
  document: string,
  hash: string,
  files: { compiled: Uint8Array | undefined; text: () => Promise<Uint8Array | undefined> },
): Promise<PlanDocument | undefined> {
  const compiled = files.compiled === undefined ? undefined : parsePlan(files.compiled, document);
  if (compiled?.ok && hashOfPlan(compiled.value) === hash) return compiled.value;
  // The plain text is enough to make the plan anew, as long as it is read as it was then.
  const bytes = await files.text();
  if (bytes === undefined) return undefined;
  // Loaded when it is needed: starting the application must not wait for the grammar of headings.
  const { planFromText } = await import('#core/outline/plan-from-text');
  const plan = planFromText(document, new TextDecoder().decode(bytes));
  return hashOfPlan(plan) === hash ? plan : undefined;
}

/** Where a text is kept in the folder of its document. */
export function pathsOf(folder: string, hash: string): { text: string; plan: string } {
  const stem = join(folder, 'versions', hash.replace(/^sha256-/, ''));
  return { text: `${stem}.txt`, plan: `${stem}.json` };
}

async function sizeOf(fileSystem: FileSystem, path: string): Promise<number> {
  try {
    const status = await fileSystem.lstat(path);
    return status.isFile() ? status.size : -1;
  } catch {
    return -1;
  }
}
