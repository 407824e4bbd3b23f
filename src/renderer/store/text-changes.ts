import type { PlanDocument } from '#core/plan/plan';
import { textHash } from '#core/plan/text-hash';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState } from './app-store.ts';
import type { HistoryStep, Outcome } from './history.ts';
import type { Place } from './navigation.ts';

/** Changes of the text of the open document; each is a step that can be undone. */
export function textChanges(api: Api, set: (part: Partial<AppState>) => void, get: () => AppState) {
  const show = (plan: PlanDocument) => {
    const shown = get().plan;
    // The answer about a document that the reader has left meanwhile.
    if (shown !== null && shown.id !== plan.id) return;
    if (shown !== null && JSON.stringify(shown) === JSON.stringify(plan)) return;
    if (shown !== null) get().closeSearch();
    // Places of one text mean nothing in another.
    const isElsewhere = ({ document = plan.id }: Place) => document !== plan.id;
    const [backPlaces, forwardPlaces] = [get().backPlaces.filter(isElsewhere), get().forwardPlaces.filter(isElsewhere)];
    const isOther = shown !== null && textHash(shown) !== textHash(plan);
    if (isOther) set({ updatedText: plan });
    set({ plan, planError: null, selection: null, attaching: null, backPlaces, forwardPlaces });
  };
  const use = async (document: string, hash: string): Promise<Outcome> => {
    if (get().plan?.id !== document) return 'failed';
    const answer = await api['library.useVersion']({ document, hash });
    if (answer.ok) show(answer.value);
    else get().notifyError(answer.error);
    return answer.ok ? 'done' : 'failed';
  };
  const record = (document: string, before: string, after: string, said: string = messages.review.versionChanged) => {
    if (get().plan?.id !== document) return;
    const { steps } = messages.review;
    const step: HistoryStep = {
      name: steps.version,
      parts: [{ undo: () => use(document, before), redo: () => use(document, after) }],
    };
    get().recordStep(step);
    get().offerUndo(said, step);
  };
  return {
    show,
    useVersion: async (hash: string): Promise<boolean> => {
      const { plan } = get();
      if (plan === null) return false;
      await get().saveWritings();
      if ((await use(plan.id, hash)) !== 'done') return false;
      record(plan.id, textHash(plan), hash);
      return true;
    },
    /** Shows an imported text that is in use by now. */
    take: (plan: PlanDocument) => {
      const before = get().plan;
      show(plan);
      const [from, to] = [before === null ? null : textHash(before), textHash(plan)];
      const said = messages.importing.replaced(plan.title);
      if (from !== null && from !== to) record(plan.id, from, to, said);
      else get().notify({ kind: 'done', text: said });
    },
  };
}
