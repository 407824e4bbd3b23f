import type { Correction } from '#core/outline/corrections';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength } from '#core/text/code-points';
import type { OperationResult } from '#ipc/contract';
import { bundledDocument } from '#ipc/early-operations';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { Outlining, StartOutlining } from '../workers/outline/outline-client.ts';
import type { LineEdit, Outlined } from '../workers/outline/outline-messages.ts';
import type { AppState } from './app-store.ts';
import type { DocumentImport, DocumentPreview } from './document-import.ts';

/** One document on its way in; a second one waits until it is kept or left. */
export interface ImportRun {
  /** Reads a file and shows what was found. `fileName`: known before it is read. */
  read: (ask: () => Promise<OperationResult<'reading.open'>>, fileName: string | null) => Promise<void>;
  progressed: (progress: { done: number; total: number }) => void;
  preview: () => DocumentPreview | null;
  patch: (part: Partial<DocumentPreview>) => void;
  /** Finds the outline anew, after one more correction; `null`: overtaken by a later call. */
  outline: (corrections: readonly Correction[], edit?: LineEdit) => Promise<Outlined | null>;
  /** The plan that was found last, with this id and title, as JSON. */
  plan: (document: string, title: string) => Promise<string | null>;
  /** Drops what was read. */
  leave: () => void;
  /** The same, and the dialog with it. */
  close: () => void;
}

interface Surroundings {
  api: Api;
  set: (part: Partial<AppState>) => void;
  get: () => AppState;
  start: StartOutlining;
}

export function createImportRun({ api, set, get, start }: Surroundings): ImportRun {
  /** Another object for each file; an answer that belongs to an earlier one is dropped. */
  let current: object | null = null;
  let outlining: Outlining | undefined;
  const show = (documentImport: DocumentImport) => {
    set({ documentImport });
    get().openDialog('documentImport');
  };
  const preview = () => {
    const state = get().documentImport;
    return state?.stage === 'preview' ? state : null;
  };
  const patch = (part: Partial<DocumentPreview>) => {
    const present = preview();
    if (present !== null) set({ documentImport: { ...present, ...part } });
  };
  const leave = () => {
    current = null;
    outlining?.stop();
    outlining = undefined;
    set({ documentImport: null });
  };
  const close = () => {
    if (current !== null && preview() === null) void api['reading.cancel'](null);
    leave();
    if (get().dialog === 'documentImport') get().closeDialog();
  };
  const outline: ImportRun['outline'] = async (corrections, edit) => {
    const outlined = (await outlining?.outline(corrections, edit)) ?? null;
    if (outlined !== null) patch({ outlined, corrections: outlined.corrections });
    return outlined;
  };
  const lookOver = async (mine: object) => {
    const outlined = await outline([]);
    if (current !== mine || outlined === null) return;
    const fileName = preview()?.fileName ?? '';
    patch({ title: outlined.title || fileName.replace(/\.[^.]*$/, '') });
    const found = await findTargets(api, outlined, get().plan, outlining);
    if (current !== mine) return;
    patch(found);
    if (found.likely !== null) await get().setImportTarget(found.likely);
  };
  const read: ImportRun['read'] = async (ask, fileName) => {
    if (current !== null || get().documentImport !== null) {
      get().notify({ kind: 'error', text: messages.importing.busy });
      return;
    }
    const mine = {};
    current = mine;
    if (fileName !== null) show({ stage: 'reading', fileName, done: 0, total: 0 });
    const answer = await ask();
    if (current !== mine) return;
    if (!answer.ok) get().notifyError(answer.error);
    if (!answer.ok || 'cancelled' in answer.value) return close();
    if ('problem' in answer.value) {
      current = null;
      return show({ stage: 'refused', ...answer.value });
    }
    outlining = start(answer.value.document.blocks);
    show({ stage: 'preview', ...answer.value, ...untouched });
    await lookOver(mine);
  };
  return {
    ...{ read, preview, patch, outline, leave, close },
    plan: async (document, title) => (await outlining?.plan(document, title)) ?? null,
    progressed: ({ done, total }) => {
      const present = get().documentImport;
      if (current === null || present?.stage === 'preview') return;
      show({ stage: 'reading', fileName: present?.fileName ?? null, done, total });
    },
  };
}

const untouched = {
  outlined: null,
  corrections: [],
  undone: [],
  title: '',
  target: null,
  choices: [],
  likely: null,
  isSaving: false,
};

/** The documents whose text it may be, and the one whose it seems to be: of the same title, or the excerpt that it completes. */
async function findTargets(
  api: Api,
  { title: found, characters }: Outlined,
  open: PlanDocument | null,
  outlining: Outlining | undefined,
): Promise<Pick<DocumentPreview, 'choices' | 'likely'>> {
  const list = await api['documents.list'](null);
  if (!list.ok) return { choices: [], likely: null };
  const choices = list.value.documents.filter(({ problem }) => problem !== 'newer-version');
  const named = choices.find(({ title }) => plain(title) === plain(found));
  if (named !== undefined) return { choices, likely: named.id };
  const bundled = open?.id === bundledDocument ? null : await api['library.open']({ document: bundledDocument });
  for (const excerpt of [open, bundled?.ok ? bundled.value : null]) {
    const isShorter = excerpt !== null && codePointLength(canonicalText(excerpt)) < characters;
    if (isShorter && (await outlining?.completes(excerpt))) return { choices, likely: excerpt.id };
  }
  return { choices, likely: null };
}

function plain(title: string): string {
  return title.replace(/[\s《》“”"'‘’]/gu, '');
}
