import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { dataFolderNames } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import { failure, type Result, success } from '#core/text/result';
import type { LibraryStatus } from '#ipc/contract/library-contract';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import type { DataFolder } from './data-folder.ts';
import type { FileSystem } from './file-system.ts';
import { readSharedFile, setPlanAside } from './plan-file.ts';

/** What the library does around the replacing of a text. */
export interface TextReplacing {
  dataFolder: Pick<DataFolder, 'open'>;
  fileSystem: FileSystem;
  writer: Pick<AtomicWriter, 'write'>;
  now: () => Date;
  /** The text in use; `undefined` when the document has none yet. */
  readInUse(): Promise<{ plan: PlanDocument | undefined; problem: LibraryStatus['problem'] }>;
  /** The text that is to be in use. */
  find(): Promise<PlanDocument | undefined>;
  /** Keeps a text for good, with the outline that it has now. */
  keep(root: string, plan: PlanDocument): Promise<Result<null, OperationError>>;
}

type Outcome = Result<{ root: string; plan: PlanDocument }, OperationError>;

/** How often a change is made anew because another program has brought a text in the very same moment. */
const mostRepeats = 8;

/**
 * Makes a text the one in use, `文档/<document id>/plan.json`; the one that was in use is kept, one that cannot be read is set
 * aside, and what a newer version of the program wrote is never replaced.
 */
export async function replaceText(replacing: TextReplacing, document: string, name: string): Promise<Outcome> {
  let outcome = await replaceOnce(replacing, document, name);
  for (let repeats = 0; isOvertaken(outcome) && repeats < mostRepeats; repeats += 1) {
    outcome = await replaceOnce(replacing, document, name);
  }
  return outcome;
}

function isOvertaken(outcome: Result<unknown, OperationError>): boolean {
  return !outcome.ok && outcome.error.code === 'changed-elsewhere';
}

async function replaceOnce(replacing: TextReplacing, document: string, name: string): Promise<Outcome> {
  const { dataFolder, fileSystem, writer, now } = replacing;
  const opened = await dataFolder.open();
  if (!opened.ok) return opened;
  const { root } = opened.value;
  const plan = await replacing.find();
  if (plan === undefined) return failure({ code: 'version-missing', detail: name });
  const path = join(root, dataFolderNames.documents, document, 'plan.json');
  const readBytes = () => readSharedFile(fileSystem, path);
  // Before the text is read: what is brought from now on is not kept yet, and must not be written over.
  const present = await readBytes();
  const before = await replacing.readInUse();
  if (before.problem === 'newer-version') return failure({ code: 'newer-version', detail: path });
  for (const text of before.plan === undefined ? [plan] : [before.plan, plan]) {
    const kept = await replacing.keep(root, text);
    if (!kept.ok) return kept;
  }
  const aside = before.problem === null ? success(undefined) : await setPlanAside(fileSystem, path, now());
  if (!aside.ok) return aside;
  const left = aside.value === undefined ? present : failure('missing');
  const isAsRead = async () => isDeepStrictEqual(await readBytes(), left);
  const written = await writer.write(path, `${JSON.stringify(plan)}\n`, isAsRead);
  if (written.ok) return success({ root, plan });
  if (aside.value !== undefined && !isOvertaken(written))
    await fileSystem.rename(aside.value, path).catch(() => undefined);
  return written;
}
