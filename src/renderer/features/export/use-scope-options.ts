import { useMemo } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { isTask } from '#core/annotation/task';
import type { PlanDocument } from '#core/plan/plan';
import { sectionPath, sectionTitle } from '#core/plan/section-tree';
import { isAboutTasks, type ReportContent } from '#core/report/report-kinds';
import type { ExportOptions } from '#ipc/contract/export-contract';
import { messages } from '#messages/zh-CN';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import { useNarrowedIds } from '../../store/use-narrowed-ids.ts';
import type { SelectOption } from '../../ui/select.tsx';

const words = messages.exporting;

/** Values of the choices that are no chapters; ids of sections are made of numbers. */
const whole = 'whole';
const chosen = 'chosen';
const listed = 'listed';

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
export function useScopeOptions(plan: PlanDocument, content: ReportContent): ScopeOptions {
  const exportOf = useApp((state) => state.exportOf);
  const isLedger = isAboutTasks(content);
  const shown = useNarrowedIds(isLedger ? 'ledger' : 'notes');
  const notes = usePlacedNotes();
  return useMemo(() => {
    const placed = isLedger ? notes.filter(({ annotation }) => isTask(annotation)) : notes;
    const parts = new Map<string, readonly string[]>();
    if (exportOf !== null) parts.set(chosen, exportOf);
    if (shown !== null) parts.set(listed, shown);
    const names: Record<string, string> = { [chosen]: words.chosen[content], [listed]: words.listed };
    const partOptions = [...parts].map(([value, ids]) => ({
      value,
      name: names[value] ?? value,
      remark: words.items(ids.length),
    }));
    return {
      options: [
        { value: whole, name: words.wholeDocument[content], remark: words.items(placed.length) },
        ...partOptions,
        ...chapterOptions(plan, placed),
      ],
      scopeOf: (value) => {
        const annotations = parts.get(value);
        if (annotations !== undefined) return { annotations: [...annotations] };
        return value === whole ? {} : { section: value };
      },
      choiceOf: ({ section, annotations }) => {
        if (annotations === undefined) return section ?? whole;
        return annotations.join() === exportOf?.join() ? chosen : listed;
      },
      idsOf: ({ section, annotations }) => {
        if (annotations !== undefined || (section === undefined && !isLedger)) return annotations;
        return placed
          .filter((mark) => section === undefined || chapterOf(plan, mark) === section)
          .map(({ annotation }) => annotation.id);
      },
    };
  }, [plan, content, isLedger, notes, exportOf, shown]);
}

function chapterOf(plan: PlanDocument, { section }: PlacedAnnotation): string | undefined {
  return section === undefined ? undefined : sectionPath(plan, section)[0]?.id;
}

function chapterOptions(plan: PlanDocument, placed: readonly PlacedAnnotation[]): SelectOption[] {
  const counts = new Map<string, number>();
  for (const mark of placed) {
    const chapter = chapterOf(plan, mark);
    if (chapter !== undefined) counts.set(chapter, (counts.get(chapter) ?? 0) + 1);
  }
  return plan.sections
    .filter(({ level }) => level === 1)
    .map((chapter) => ({
      value: chapter.id,
      name: sectionTitle(plan, chapter, { chapter: words.chapterWithoutHeading, section: '' }),
      remark: words.items(counts.get(chapter.id) ?? 0),
    }));
}
