import { useMemo } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { PlanDocument } from '#core/plan/plan';
import { sectionPath, sectionTitle } from '#core/plan/section-tree';
import type { ExportOptions } from '#ipc/contract/export-contract';
import { messages } from '#messages/zh-CN';
import { useListedNotes } from '../../store/listed-notes.ts';
import { isFiltering } from '../../store/note-filter.ts';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import type { SelectOption } from '../../ui/select.tsx';

const words = messages.exporting;

/** Values of the choices that are no chapters; ids of sections are made of numbers. */
const wholeDocument = 'whole';
const chosenNotes = 'chosen';
const listedNotes = 'listed';

/** A part of the annotations that can be exported. */
export type ExportScope = Pick<ExportOptions, 'section' | 'annotations'>;

export interface ScopeOptions {
  options: SelectOption[];
  scopeOf: (value: string) => ExportScope;
  choiceOf: (scope: ExportScope) => string;
  /** The annotations of this part; `undefined` for all that there are, bookmarks included. */
  idsOf: (scope: ExportScope) => readonly string[] | undefined;
}

/** What can be exported: everything, what is chosen or filtered in the list, or a chapter; each with how much it is. */
export function useScopeOptions(plan: PlanDocument): ScopeOptions {
  const chapters = useChapterOptions(plan);
  const chosen = useApp((state) => state.exportOf);
  const isFiltered = useApp((state) => isFiltering(state.noteFilter));
  const listed = useListedNotes();
  const placed = usePlacedNotes();
  return useMemo(() => {
    const parts = new Map<string, string[]>();
    if (chosen !== null) parts.set(chosenNotes, chosen);
    if (isFiltered) parts.set(listedNotes, idsOf(listed));
    const [whole, ...others] = chapters;
    const partOptions = [...parts].map(([value, ids]) => ({
      value,
      name: value === chosenNotes ? words.chosenNotes : words.listedNotes,
      remark: words.items(ids.length),
    }));
    return {
      options: [...(whole === undefined ? [] : [whole]), ...partOptions, ...others],
      scopeOf: (value) => {
        const annotations = parts.get(value);
        if (annotations !== undefined) return { annotations };
        return value === wholeDocument ? {} : { section: value };
      },
      choiceOf: ({ section, annotations }) => {
        if (annotations === undefined) return section ?? wholeDocument;
        return annotations === chosen ? chosenNotes : listedNotes;
      },
      idsOf: ({ section, annotations }) =>
        section === undefined ? annotations : idsOf(placed.filter((mark) => chapterOf(plan, mark) === section)),
    };
  }, [plan, placed, chapters, chosen, isFiltered, listed]);
}

function idsOf(placed: readonly PlacedAnnotation[]): string[] {
  return placed.map(({ annotation }) => annotation.id);
}

function chapterOf(plan: PlanDocument, { section }: PlacedAnnotation): string | undefined {
  return section === undefined ? undefined : sectionPath(plan, section)[0]?.id;
}

function useChapterOptions(plan: PlanDocument): SelectOption[] {
  const placed = usePlacedNotes();
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const mark of placed) {
      const chapter = chapterOf(plan, mark);
      if (chapter !== undefined) counts.set(chapter, (counts.get(chapter) ?? 0) + 1);
    }
    const chapters = plan.sections.filter(({ level }) => level === 1);
    return [
      { value: wholeDocument, name: words.wholeDocument, remark: words.items(placed.length) },
      ...chapters.map((chapter) => ({
        value: chapter.id,
        name: sectionTitle(plan, chapter, { chapter: words.chapterWithoutHeading, section: '' }),
        remark: words.items(counts.get(chapter.id) ?? 0),
      })),
    ];
  }, [plan, placed]);
}
