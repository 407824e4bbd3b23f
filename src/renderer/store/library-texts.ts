import type { PlanDocument } from '#core/plan/plan';
import type { ListedDocument } from '#ipc/contract/documents-contract';
import type { Slice } from './app-store.ts';

/** The texts of documents that are not open, for what looks at all of them. */
export interface LibraryTextsSlice {
  /** By id, as far as they were read; the open document may be among them. A new map whenever one comes or goes. */
  otherTexts: ReadonlyMap<string, PlanDocument>;
  /** How many documents are read, the open one included; null while none is being read. */
  readingTexts: { done: number; total: number } | null;
  /** Reads what was not read yet, or is another text by now, one document after the other. */
  readTexts: () => Promise<void>;
  /** Another text of this document may be in use: it is read again when it is wanted. */
  forgetText: (document: string) => void;
}

export const libraryTextsSlice: Slice<LibraryTextsSlice> = (api) => (set, get) => {
  /** What the list said of a document when its text was read. */
  const known = new Map<string, string>();
  let underWay: Promise<void> | undefined;

  const keep = (change: (texts: Map<string, PlanDocument>) => void) => {
    const texts = new Map(get().otherTexts);
    change(texts);
    set({ otherTexts: texts });
  };
  const dropOutdated = (documents: readonly ListedDocument[]) => {
    const marks = new Map(documents.map((document) => [document.id, markOf(document)]));
    const outdated = [...get().otherTexts.keys()].filter((id) => marks.get(id) !== known.get(id));
    if (outdated.length > 0) keep((texts) => outdated.forEach((id) => void texts.delete(id)));
    return marks;
  };
  const read = async () => {
    await get().listDocuments();
    const documents = get().documents?.documents ?? [];
    const marks = dropOutdated(documents);
    let done = 0;
    for (const { id } of documents) {
      set({ readingTexts: { done, total: documents.length } });
      done += 1;
      if (id === get().plan?.id || get().otherTexts.has(id)) continue;
      const answer = await api['library.read']({ document: id });
      // What cannot be read is said in the library, with the reason.
      if (!answer.ok) continue;
      known.set(id, marks.get(id) ?? '');
      keep((texts) => texts.set(id, answer.value));
    }
  };
  return {
    otherTexts: new Map(),
    readingTexts: null,
    readTexts: () => {
      underWay ??= read().finally(() => {
        underWay = undefined;
        set({ readingTexts: null });
      });
      return underWay;
    },
    forgetText: (document) => {
      known.delete(document);
      if (get().otherTexts.has(document)) keep((texts) => texts.delete(document));
    },
  };
};

function markOf({ title, characters, sections, source, problem }: ListedDocument): string {
  return JSON.stringify([title, characters, sections, source, problem]);
}
