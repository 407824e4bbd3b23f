import { useMemo } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { sectionPath } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import type { SelectOption } from '../../ui/select.tsx';

const words = messages.exporting;

/** Value of the choice of everything; ids of sections are made of numbers. */
export const wholeDocument = 'whole';

/** The whole document and each chapter, with how many annotations stand in it. */
export function useChapterOptions(plan: PlanDocument): SelectOption[] {
  const placed = usePlacedNotes();
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { section } of placed) {
      const chapter = section === undefined ? undefined : sectionPath(plan, section)[0]?.id;
      if (chapter !== undefined) counts.set(chapter, (counts.get(chapter) ?? 0) + 1);
    }
    const chapters = plan.sections.filter(({ level }) => level === 1);
    return [
      { value: wholeDocument, name: words.wholeDocument, remark: words.items(placed.length) },
      ...chapters.map(({ id, ordinal, heading }) => ({
        value: id,
        name: ordinal + (heading ?? words.chapterWithoutHeading),
        remark: words.items(counts.get(id) ?? 0),
      })),
    ];
  }, [plan, placed]);
}
