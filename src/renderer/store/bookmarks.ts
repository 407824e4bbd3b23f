import type { Annotation } from '#core/annotation/annotation';
import { blockRanges } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import type { Slice } from './app-store.ts';
import { placedBookmarks } from './placed-annotations.ts';

/** Where a bookmark goes: a passage, or the beginning of a section. */
export type BookmarkPlace = { range: TextRange } | { section: string };

export interface BookmarksSlice {
  /**
   * Marks a place to come back to, or takes the mark away where it has one. Where no place is told it is the selected
   * passage, else the beginning of the section that is being read.
   */
  toggleBookmark: (place?: BookmarkPlace) => Promise<void>;
}

export const bookmarksSlice: Slice<BookmarksSlice> = () => (_set, get) => ({
  toggleBookmark: async (place) => {
    const { plan, selection, currentSection } = get();
    if (plan === null) return;
    const range =
      place === undefined
        ? (selection ?? beginningOf(plan, currentSection))
        : 'range' in place
          ? place.range
          : beginningOf(plan, place.section);
    if (range === undefined) return get().notify({ kind: 'done', text: messages.bookmarks.nowhere });
    const existing = placedBookmarks(get()).find(({ anchoring }) => isSame(anchoring.range, range));
    if (existing !== undefined) {
      await get().removeAnnotation(existing.annotation.id);
      return;
    }
    const created = await get().annotate(range, 'bookmarking', 'other');
    if (created !== null) get().notify({ kind: 'done', text: messages.bookmarks.added });
  },
});

/** The first block of a section, or of the one after it where the source lacks it; of the text where there is none. */
export function beginningOf(plan: PlanDocument, section: string | null): TextRange | undefined {
  const ranges = blockRanges(plan);
  if (section === null) return ranges[0];
  const index = plan.sections.findIndex(({ id }) => id === section);
  for (const { headingBlock, bodyBlocks } of plan.sections.slice(Math.max(0, index))) {
    const block = headingBlock ?? bodyBlocks[0];
    if (block !== undefined) return ranges[block];
  }
  return undefined;
}

/**
 * What a bookmark is called: the first line that the reader wrote, else the first line of the passage, without the mark that
 * ends its sentence.
 */
export function bookmarkName({ body, target }: Annotation): string {
  const [name = ''] = body.trim().split('\n');
  const [line = ''] = target.exact.split('\n');
  return name.trim() || line.replace(/[。；，、：]+$/u, '') || line;
}

/** The note of a bookmark with another name; the lines below the name stay. */
export function renamedBody({ body }: Annotation, name: string): string {
  const [, ...others] = body.trimStart().split('\n');
  return [name, ...others].join('\n');
}

function isSame(left: TextRange | undefined, right: TextRange): boolean {
  return left?.start === right.start && left.end === right.end;
}
