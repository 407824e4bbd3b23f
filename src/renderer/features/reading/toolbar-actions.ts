import type { Annotation } from '#core/annotation/annotation';
import { canonicalSlice } from '#core/plan/canonical-text';
import { rangeCitation } from '#core/plan/citation';
import type { PlanDocument } from '#core/plan/plan';
import type { TextRange } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import type { AppStore } from '../../store/app-store.ts';

interface ToolbarSubject {
  plan: PlanDocument;
  range: TextRange;
  /** The existing annotation that was pointed at, if any. */
  annotation: Annotation | undefined;
}

/** What the buttons of the selection toolbar do with a passage. */
export function toolbarActions(store: AppStore, { plan, range, annotation }: ToolbarSubject) {
  const quote = canonicalSlice(plan, range);
  const { copyText } = store.getState();
  return {
    highlight: async (label: string) => {
      if (annotation === undefined) await store.getState().annotate(range, 'highlighting', label);
      else await store.getState().changeAnnotation(annotation.id, { label });
    },
    note: async () => {
      const { annotate, editAnnotation, changeView } = store.getState();
      const noted = annotation ?? (await annotate(range, 'commenting', 'important'));
      if (noted === null) return;
      changeView({ notesVisible: true, rightTab: 'notes' });
      editAnnotation(noted.id);
    },
    task: () => store.getState().makeTask({ range, ...(annotation && { annotation: annotation.id }) }),
    copy: () => copyText(quote, messages.reading.copied),
    copyCitation: () => copyText(rangeCitation(plan, range), messages.reading.citationCopied),
    bookmark: () => store.getState().toggleBookmark({ range }),
    search: () => store.getState().searchFor(quote.split('\n')[0] ?? ''),
    remove: async () => {
      if (annotation !== undefined) await store.getState().removeAnnotation(annotation.id);
    },
  };
}
