import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { dataFolderNames } from '#core/annotation/label';
import { sectionDigests } from '#core/overview/section-digest';
import type { DataFolder } from './data-folder.ts';
import type { DocumentRepository } from './document-repository.ts';
import type { FileSystem } from './file-system.ts';
import type { LibraryRepository } from './library-repository.ts';
import type { ReadSections } from './read-sections.ts';
import type { DocumentFacts } from './read-sections-record.ts';
import { keptHashes } from './text-versions.ts';

interface TidyingOptions {
  readSections: ReadSections;
  documents: Pick<DocumentRepository, 'list'>;
  library: Pick<LibraryRepository, 'peek' | 'version'>;
  dataFolder: Pick<DataFolder, 'open'>;
  fileSystem: FileSystem;
}

/** Forgets what was read of documents, and of sections, that are nowhere any more. To be called every day; `day` as `2026-11-26`. */
export async function tidyReadSections(options: TidyingOptions, day: string): Promise<void> {
  const opened = await options.dataFolder.open();
  if (!opened.ok) return;
  const home = opened.value.root;
  await options.readSections.tidy({ home, day }, async (read) => {
    const facts = new Map<string, DocumentFacts>();
    for (const [document, sections] of read) {
      const known = await factsOf(options, home, document, sections);
      if (known !== undefined) facts.set(document, known);
    }
    return facts;
  });
}

/** `undefined`: it cannot be said at the moment. */
async function factsOf(
  options: TidyingOptions,
  home: string,
  document: string,
  read: readonly string[],
): Promise<DocumentFacts | undefined> {
  const { library, fileSystem } = options;
  const { plan, problem } = await library.peek(document);
  if (problem !== null) return { isThere: true };
  const kept = await keptHashes(fileSystem, join(home, dataFolderNames.documents, document));
  if (plan === undefined) {
    if (kept.length > 0) return { isThere: true };
    const listed = await options.documents.list();
    return listed.ok ? { isThere: listed.value.removed.some(({ id }) => id === document) } : undefined;
  }
  const inUse = [...sectionDigests(plan).values()];
  const mark = createHash('sha256').update(inUse.join(' ')).digest('hex').slice(0, 16);
  const sections = new Set(inUse);
  for (const hash of kept) {
    // Most have read the text in use alone.
    if (read.every((section) => sections.has(section))) break;
    const version = await library.version(document, hash);
    if (!version.ok) return { isThere: true };
    for (const digest of sectionDigests(version.value).values()) sections.add(digest);
  }
  return { isThere: true, texts: { mark, sections } };
}
