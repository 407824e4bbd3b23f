import { describeRange } from '#core/anchoring/describe';
import { evidenceOf, type PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { AnnotationChange } from '#core/annotation/annotation';
import { textHash } from '#core/plan/text-hash';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import type { AppState, Slice } from './app-store.ts';
import { doubtfulSection } from './doubtful-section.ts';
import type { Place } from './navigation.ts';
import { placedAnnotations } from './placed-annotations.ts';

/** Deciding where notes of an earlier text stand in the one that is open. Decisions are written; what is found is not. */
export interface ReviewSlice {
  /** The note that the review screen shows first; null: the first that needs a decision. */
  reviewed: string | null;
  /** The note whose place the reader chooses in the text. */
  attaching: string | null;
  /** The text that has come in the place of the one that was read before. */
  updatedText: object | null;
  /** Looks whether the text that the program begins with is another than was read last. */
  noticeText: () => void;
  /** The text about which the reader has been told enough. */
  toldText: object | null;
  openReview: (id?: string) => void;
  /** Says no more that this text is another than the notes know. */
  dismissReview: () => void;
  /** `range` is where the note was found (`confirm`), or where the reader wants it (`relocate`). */
  decidePlace: (id: string, range: TextRange, decision: 'confirm' | 'relocate') => Promise<boolean>;
  /** Confirms all that are not sure but found, as one step. */
  confirmFound: () => Promise<number>;
  beginAttaching: (id: string) => void;
  cancelAttaching: () => void;
  /** Then goes on with the next note that needs a decision, where there is one. */
  attachToSelection: () => Promise<boolean>;
}

export const reviewSlice: Slice<ReviewSlice> = () => (set, get) => {
  const { steps } = messages.review;
  return {
    reviewed: null,
    attaching: null,
    updatedText: null,
    noticeText: () => {
      const { plan, view } = get();
      const read = view.position?.document === plan?.id ? view.position?.text : undefined;
      if (plan !== null && read !== undefined && read !== textHash(plan)) set({ updatedText: plan });
    },
    toldText: null,
    openReview: (id) => {
      set({ reviewed: id ?? null, attaching: null });
      get().openDialog('review');
    },
    dismissReview: () => set({ toldText: get().plan }),
    decidePlace: async (id, range, decision) => {
      const { plan } = get();
      if (plan === null) return false;
      const change: AnnotationChange = { placement: describeRange(plan, range) };
      return (await get().changeAnnotation(id, change, { name: steps[decision] })) !== null;
    },
    confirmFound: async () => {
      const { plan } = get();
      if (plan === null) return 0;
      const changes = new Map<string, AnnotationChange>();
      for (const { annotation, anchoring } of foundButUnsure(get())) {
        if (anchoring.range !== undefined)
          changes.set(annotation.id, { placement: describeRange(plan, anchoring.range) });
      }
      const count = await get().changeAnnotations(changes, steps.confirm);
      if (count > 0) get().offerLastUndo(messages.review.confirmed(count));
      return count;
    },
    beginAttaching: (id) => {
      get().closeDialog();
      set({ attaching: id, selection: null });
      const place = likelyPlace(get(), id);
      if (place !== undefined) get().goTo(place);
    },
    cancelAttaching: () => set({ attaching: null }),
    attachToSelection: async () => {
      const { attaching, selection } = get();
      if (attaching === null || selection === null) return false;
      const next = nextUndecided(searchedNotes(placedAnnotations(get())), attaching);
      if (!(await get().decidePlace(attaching, selection, 'relocate'))) return false;
      set({ attaching: null });
      get().notify({ kind: 'done', text: messages.review.attachBar.attached });
      if (next !== undefined) get().openReview(next.annotation.id);
      return true;
    },
  };
};

/** Where to look first for what a note was written on. */
function likelyPlace(state: AppState, id: string): Place | undefined {
  const mark = placedAnnotations(state).find(({ annotation }) => annotation.id === id);
  if (mark === undefined || state.plan === null) return undefined;
  const range = mark.anchoring.range ?? mark.anchoring.suggestions[0];
  if (range !== undefined) return { range };
  const section = doubtfulSection(state.plan, mark);
  return section === undefined ? undefined : { section };
}

const urgency: Record<PlacedAnnotation['state'], number> = {
  review: 0,
  orphaned: 1,
  moved: 2,
  anchored: 2,
  locating: 3,
};

/** The notes that the open text does not know: first those that need a look, then the lost, then those found for sure. */
export function searchedNotes(placed: readonly PlacedAnnotation[]): PlacedAnnotation[] {
  return placed
    .filter(({ isSearched, state }) => isSearched && state !== 'locating')
    .sort((left, right) => urgency[left.state] - urgency[right.state]);
}

/** Whether it cannot be told for sure where a note stands by now. */
export function needsDecision({ isSearched, state }: PlacedAnnotation): boolean {
  return isSearched && (state === 'review' || state === 'orphaned');
}

/** Of `marks` the first after the note `id`, then the first before it, that needs a decision. */
export function nextUndecided(marks: readonly PlacedAnnotation[], id: string): PlacedAnnotation | undefined {
  const at = marks.findIndex(({ annotation }) => annotation.id === id);
  return [...marks.slice(at + 1), ...marks.slice(0, Math.max(0, at))].find(needsDecision);
}

export function foundButUnsure(state: AppState): PlacedAnnotation[] {
  return placedAnnotations(state).filter((mark) => mark.state === 'review' && mark.anchoring.range !== undefined);
}

/** The text that most of the notes were made in which the open text does not know. */
export function earlierText(placed: readonly PlacedAnnotation[]): string | undefined {
  const notes = new Map<string, number>();
  for (const { annotation, isSearched } of placed) {
    const { textHash } = evidenceOf(annotation);
    if (isSearched) notes.set(textHash, (notes.get(textHash) ?? 0) + 1);
  }
  return [...notes].sort((left, right) => right[1] - left[1])[0]?.[0];
}
