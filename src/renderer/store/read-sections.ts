import { sectionDigests } from '#core/overview/section-digest';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState, Slice } from './app-store.ts';

export interface ReadSectionsSlice {
  /** The sections of a document that were read, by their digests; `null`: not known yet. */
  readSections: { document: string; digests: ReadonlySet<string> } | null;
  loadReadSections: (document: string) => Promise<void>;
  /** These sections have been on the screen for as long as reading them takes. */
  sectionsSeen: (plan: PlanDocument, ids: readonly string[]) => void;
  /** Writes what was seen now, if anything was since the last time. */
  flushReadSections: () => Promise<void>;
}

/** Who reads on sees one section after the other; they are written when that pauses, ms. */
const pause = 1000;

export const readSectionsSlice: Slice<ReadSectionsSlice> = (api) => (set, get) => {
  const pending = new Map<string, Set<string>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const seen = [...pending];
    pending.clear();
    for (const [document, sections] of seen) await api['readSections.add']({ document, sections: [...sections] });
  };
  return {
    readSections: null,
    loadReadSections: async (document) => {
      const answer = await api['readSections.list']({ document });
      if (!answer.ok || get().plan?.id !== document) return;
      set({ readSections: { document, digests: new Set([...answer.value, ...digestsOf(get(), document)]) } });
    },
    sectionsSeen: (plan, ids) => {
      const { id: document } = plan;
      const known = digestsOf(get(), document);
      const fresh = ids.flatMap((id) => sectionDigests(plan).get(id) ?? []).filter((digest) => !known.has(digest));
      if (fresh.length === 0) return;
      // what was still on the screen when another document came is of the earlier one
      if (get().plan?.id === document) set({ readSections: { document, digests: new Set([...known, ...fresh]) } });
      pending.set(document, new Set([...(pending.get(document) ?? []), ...fresh]));
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pause);
    },
    flushReadSections: flush,
  };
};

const none: ReadonlySet<string> = new Set();

function digestsOf({ readSections }: AppState, document: string): ReadonlySet<string> {
  return readSections?.document === document ? readSections.digests : none;
}

/** Of the open document. */
export function readDigests(state: AppState): ReadonlySet<string> {
  return state.plan === null ? none : digestsOf(state, state.plan.id);
}
