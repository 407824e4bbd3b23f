import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { documentIdSchema } from '#core/annotation/annotation-schema';
import { dataFolderNames } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import { failure, type Result, success } from '#core/text/result';
import type { KeptVersion, LibraryStatus } from '#ipc/contract/library-contract';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import type { DataFolder } from './data-folder.ts';
import type { FileSystem } from './file-system.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { isSamePlan, parsePlan, readPlanFile } from './plan-file.ts';
import { errnoOf, readingError } from './storage-error.ts';
import { replaceText } from './text-replacing.ts';
import {
  describeVersions,
  hashOfPlan,
  type KeptText,
  keepText,
  keptHashes,
  marksOfTexts,
  readKeptText,
  type TextMarks,
} from './text-versions.ts';

type Outcome<Value> = Promise<Result<Value, OperationError>>;

/**
 * The documents and their texts. The text in use is `文档/<id>/plan.json` in the data folder, or else the one that ships with the
 * application; texts that notes refer to are kept beside it.
 */
export interface LibraryRepository {
  /** The text in use, for the page. A text in the data folder that cannot be read is left alone; the one that ships is used instead. */
  open(document: string): Outcome<PlanDocument>;
  /** The same for anyone but the page, e.g. for an export. */
  read(document: string): Outcome<PlanDocument>;
  /** The text in use, or why the one in the folder cannot be used, for a list: nothing is remembered of it. */
  peek(document: string): Promise<{ plan: PlanDocument | undefined; problem: LibraryStatus['problem'] }>;
  /** The documents whose texts in the folder are no longer those that were there when it was opened, each with a mark of what is there. */
  look(): Promise<ReadonlyMap<string, string>>;
  /** Where the text comes from that was opened last, and what had to be passed over. */
  status(document: string): LibraryStatus;
  /** Keeps the texts with these hashes, as far as they have been opened or ship with the application. */
  keep(hashes: readonly string[]): Outcome<null>;
  /** Keeps the texts with these hashes that are not kept, or can no longer be read, as far as `find` has them. */
  keepFound(
    document: string,
    hashes: readonly string[],
    find: (hash: string) => Promise<PlanDocument | undefined>,
  ): Outcome<null>;
  /** The text in use, the one that ships, and those that are kept. */
  versions(document: string): Outcome<KeptVersion[]>;
  version(document: string, hash: string): Outcome<PlanDocument>;
  /** Makes a text the one in use; the one that was in use is kept. What a newer version of the program wrote is never replaced. */
  useVersion(document: string, hash: string): Outcome<PlanDocument>;
  /** The same for a text that was imported; it may be the first of its document. */
  bring(plan: PlanDocument): Outcome<PlanDocument>;
  /** Gives the document another title; its text stays the one that is in use at that moment. */
  rename(document: string, title: string): Outcome<PlanDocument>;
}

export interface LibraryOptions {
  /** The folder `resources`, with `plans/<document id>/plan.json` in it. */
  resources: string;
  /** Packages keep their resources in one archive file, which only the plain reading calls see into. */
  readFile: (path: string) => Promise<Uint8Array>;
  dataFolder: Pick<DataFolder, 'locate' | 'open'>;
  fileSystem: FileSystem;
  writer: Pick<AtomicWriter, 'write' | 'makeFolder'>;
  now: () => Date;
}

interface Context extends LibraryOptions {
  statuses: Map<string, LibraryStatus>;
  /** What was in the folder when the page was given the text of a document. */
  given: Map<string, TextMarks>;
  /** Folder and hash of kept texts that could be read. */
  sound: Set<string>;
  /** Plans that were opened, the latest last: whoever makes a note makes it in one of these. */
  opened: PlanDocument[];
}

const shipped: LibraryStatus = { source: 'bundled', problem: null };
/** More texts of one document than anybody changes to and fro between. */
const rememberedPlans = 8;

export function createLibraryRepository(options: LibraryOptions): LibraryRepository {
  const context: Context = { ...options, statuses: new Map(), given: new Map(), sound: new Set(), opened: [] };
  // One text at a time: what is in use is read, kept and then replaced.
  const queue = createKeyedQueue();
  return {
    open: async (document) => {
      // Before the text is read: what comes while it is read is news.
      const folder = await folderOf(context, document);
      const present = folder === undefined ? undefined : await marksOfTexts(context.fileSystem, folder);
      const opened = await openPlan(context, document);
      // A file that another program holds for the moment is looked at again, although it has not changed.
      const isHeld = context.statuses.get(document)?.problem === 'unreadable';
      const inUse = `held ${context.now().toISOString()}`;
      if (present !== undefined) context.given.set(document, isHeld ? { ...present, inUse } : present);
      return opened;
    },
    read: (document) => openPlan(context, document),
    peek: async (document) => {
      const { plan, status } = await findText(context, document);
      return { plan: plan.ok ? plan.value : undefined, problem: status.problem };
    },
    look: () => lookForTexts(context),
    status: (document) => context.statuses.get(document) ?? shipped,
    keep: (hashes) => queue.run('texts', () => keepKnown(context, hashes)),
    keepFound: (document, hashes, find) =>
      queue.run('texts', async () => {
        const found = await Promise.all(
          hashes.map(async (hash) => ((await isSound(context, document, hash)) ? undefined : find(hash))),
        );
        return keepPlans(
          context,
          found.filter((plan) => plan !== undefined),
        );
      }),
    versions: (document) => listVersions(context, document),
    version: async (document, hash) => {
      const found = await findVersion(context, document, hash);
      return found === undefined ? failure({ code: 'version-missing', detail: hash }) : success(found.plan);
    },
    useVersion: (document, hash) =>
      queue.run('texts', () =>
        use(context, document, {
          name: hash,
          find: async () => (await findVersion(context, document, hash))?.plan,
        }),
      ),
    rename: (document, title) =>
      queue.run('texts', () =>
        use(context, document, {
          name: document,
          find: async () => {
            const { plan } = await findText(context, document);
            return plan.ok ? { ...plan.value, title } : undefined;
          },
        }),
      ),
    bring: (plan) => queue.run('texts', () => use(context, plan.id, { name: plan.id, find: async () => plan })),
  };
}

async function lookForTexts(context: Context): Promise<Map<string, string>> {
  const others = new Map<string, string>();
  for (const [document, given] of context.given) {
    const folder = await folderOf(context, document);
    if (folder === undefined) continue;
    const present = await marksOfTexts(context.fileSystem, folder);
    if (!isDeepStrictEqual(present, given)) others.set(document, `${given.inUse} ${present.inUse} ${present.kept}`);
  }
  return others;
}

/** What was written here is no news. */
async function noteOwnWork(context: Context, root: string, document: string, part: keyof TextMarks): Promise<void> {
  const given = context.given.get(document);
  if (given === undefined) return;
  const present = await marksOfTexts(context.fileSystem, join(root, dataFolderNames.documents, document));
  context.given.set(document, { ...given, [part]: present[part] });
}

async function openPlan(context: Context, document: string): Outcome<PlanDocument> {
  const { plan, status } = await findText(context, document);
  context.statuses.set(document, status);
  return plan.ok ? success(remember(context, plan.value)) : plan;
}

async function findText(
  context: Context,
  document: string,
): Promise<{ plan: Awaited<Outcome<PlanDocument>>; status: LibraryStatus }> {
  if (!documentIdSchema.safeParse(document).success)
    return { plan: failure({ code: 'plan-missing', detail: document }), status: shipped };
  const folder = await folderOf(context, document);
  const own = folder === undefined ? failure('missing' as const) : await readOwnPlan(context, folder, document);
  if (own.ok) return { plan: own, status: { source: 'folder', problem: null } };
  const problem = own.error === 'missing' ? null : own.error;
  return { plan: await readBundled(context, document), status: { source: 'bundled', problem } };
}

/** The same object as before where the content is the same: what was found out about it is still true. */
function remember(context: Context, plan: PlanDocument): PlanDocument {
  const known = context.opened.find((other) => other.id === plan.id && isSamePlan(other, plan)) ?? plan;
  const others = context.opened.filter((other) => other !== known);
  // Of each document by itself: looking into many others must not drop the text in which notes are being made.
  const same = others.filter(({ id }) => id === plan.id).slice(1 - rememberedPlans);
  context.opened = [...others.filter((other) => other.id !== plan.id || same.includes(other)), known];
  return known;
}

async function readBundled({ resources, readFile }: Context, document: string): Outcome<PlanDocument> {
  const path = join(resources, 'plans', document, 'plan.json');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return failure(errnoOf(error) === 'ENOENT' ? { code: 'plan-missing', detail: path } : readingError(error));
  }
  const plan = parsePlan(bytes, document);
  return plan.ok ? plan : failure({ code: 'plan-damaged', detail: path });
}

function readOwnPlan({ fileSystem }: Context, folder: string, document: string) {
  return readPlanFile(fileSystem, join(folder, 'plan.json'), document);
}

/** `文档/<id>`, wherever the data folder is to be; nothing is made, and nobody waits for a folder that is not there. */
async function folderOf({ dataFolder }: Context, document: string): Promise<string | undefined> {
  const located = await dataFolder.locate();
  return located.ok ? join(located.value, dataFolderNames.documents, document) : undefined;
}

function keepKnown(context: Context, hashes: readonly string[]): Outcome<null> {
  return keepPlans(
    context,
    context.opened.filter((plan) => hashes.includes(hashOfPlan(plan))),
  );
}

async function keepPlans(context: Context, plans: readonly PlanDocument[]): Outcome<null> {
  if (plans.length === 0) return success(null);
  const opened = await context.dataFolder.open();
  if (!opened.ok) return opened;
  for (const plan of plans) {
    const kept = await keepPlan(context, opened.value.root, plan);
    if (!kept.ok) return kept;
  }
  return success(null);
}

async function keepPlan(context: Context, root: string, plan: PlanDocument, isLatest = false): Outcome<null> {
  const kept = await keepText(context, root, join(root, dataFolderNames.documents, plan.id), plan, isLatest);
  if (kept.ok) await noteOwnWork(context, root, plan.id, 'kept');
  return kept;
}

/** Whether the text is kept such that it can be read; found out once, since many notes may refer to it. */
async function isSound(context: Context, document: string, hash: string): Promise<boolean> {
  const folder = await folderOf(context, document);
  if (folder === undefined) return false;
  const key = `${folder} ${hash}`;
  if (!context.sound.has(key) && (await readKeptText(context.fileSystem, folder, document, hash)) !== undefined)
    context.sound.add(key);
  return context.sound.has(key);
}

async function findVersion(context: Context, document: string, hash: string): Promise<KeptText | undefined> {
  const folder = await folderOf(context, document);
  const kept = folder === undefined ? undefined : await readKeptText(context.fileSystem, folder, document, hash);
  if (kept !== undefined) return kept;
  const others = [...context.opened.filter(({ id }) => id === document)];
  const bundled = await readBundled(context, document);
  if (bundled.ok) others.push(bundled.value);
  const plan = others.find((other) => hashOfPlan(other) === hash);
  return plan === undefined ? undefined : { plan };
}

async function listVersions(context: Context, document: string): Outcome<KeptVersion[]> {
  const inUse = await openPlan(context, document);
  if (!inUse.ok) return inUse;
  const bundled = await readBundled(context, document);
  const folder = await folderOf(context, document);
  const versions = await describeVersions({
    used: hashOfPlan(inUse.value),
    shipped: bundled.ok ? hashOfPlan(bundled.value) : undefined,
    kept: folder === undefined ? [] : await keptHashes(context.fileSystem, folder),
    find: (hash) => findVersion(context, document, hash),
  });
  return success(versions);
}

async function use(
  context: Context,
  document: string,
  { name, find }: { name: string; find: () => Promise<PlanDocument | undefined> },
): Outcome<PlanDocument> {
  const replaced = await replaceText(
    {
      ...context,
      find,
      readInUse: async () => {
        const opened = await openPlan(context, document);
        const problem = context.statuses.get(document)?.problem ?? null;
        return { plan: opened.ok ? opened.value : undefined, problem };
      },
      keep: (root, plan) => keepPlan(context, root, plan, true),
    },
    document,
    name,
  );
  if (!replaced.ok) return replaced;
  const { root, plan } = replaced.value;
  await noteOwnWork(context, root, document, 'inUse');
  context.statuses.set(document, { source: 'folder', problem: null });
  return success(remember(context, plan));
}
