import type { PlanDocument } from '#core/plan/plan';
import type { OtherDocumentView, ViewState } from '#core/settings/settings';
import type { DocumentList } from '#ipc/contract/documents-contract';
import { bundledDocument } from '#ipc/early-operations';
import { messages } from '#messages/zh-CN';
import type { AppState, Slice } from './app-store.ts';
import type { HistoryStep } from './history.ts';
import { noFilter } from './note-filter.ts';

const words = messages.library;

export interface DocumentsSlice {
  /** The documents of the library; `null`: not listed yet. */
  documents: DocumentList | null;
  listDocuments: () => Promise<void>;
  /** Opens another document where it was left, with its own notes and its own steps to undo. Answers whether it is open. */
  switchDocument: (document: string) => Promise<boolean>;
  renameDocument: (document: string, title: string) => Promise<void>;
  /** Moves a document into the recycle bin; its notes stay. */
  removeDocument: (document: string) => Promise<void>;
  restoreDocument: (document: string) => Promise<void>;
}

/** Documents whose view is remembered. */
const mostRemembered = 60;

export const documentsSlice: Slice<DocumentsSlice> = (api) => (set, get) => {
  const histories = new Map<string, Pick<AppState, 'undoSteps' | 'redoSteps'>>();
  const list = async () => {
    const answer = await api['documents.list'](null);
    if (answer.ok) set({ documents: answer.value });
    else get().notifyError(answer.error);
  };
  const enter = (plan: PlanDocument) => {
    const { plan: before, undoSteps, redoSteps, view } = get();
    if (before !== null) histories.set(before.id, { undoSteps, redoSteps });
    get().closeSearch();
    set({
      ...closedDocument(),
      plan,
      planError: null,
      ...(histories.get(plan.id) ?? { undoSteps: [], redoSteps: [] }),
      // An offer to take back names a step of the other document.
      notices: get().notices.filter(({ step }) => step === undefined),
    });
    const entered = viewOf(plan.id, view, before?.id);
    get().changeView(entered);
    const { section, offset } = entered.position ?? { section: '', offset: 0 };
    set({ request: { place: { section, offset } } });
  };
  const switchDocument = async (document: string) => {
    if (get().plan?.id === document) return true;
    if ((await get().saveWritings()) > 0) {
      get().notify({ kind: 'error', text: words.unsaved });
      return false;
    }
    const answer = await api['library.open']({ document });
    if (!answer.ok) {
      get().notifyError(answer.error);
      return false;
    }
    enter(answer.value);
    await get().flushView();
    await Promise.all([get().loadAnnotations(), get().checkText()]);
    return true;
  };
  return {
    documents: null,
    listDocuments: list,
    switchDocument,
    renameDocument: async (document, title) => {
      const answer = await api['documents.rename']({ document, title });
      if (!answer.ok) return get().notifyError(answer.error);
      if (get().plan?.id === document) set({ plan: answer.value });
      await list();
    },
    removeDocument: async (document) => {
      const title = get().documents?.documents.find(({ id }) => id === document)?.title ?? '';
      if (get().plan?.id === document && !(await switchDocument(bundledDocument))) return;
      const answer = await api['documents.remove']({ document });
      if (!answer.ok) return get().notifyError(answer.error);
      await list();
      const action = { label: messages.commands.undo, run: () => void get().restoreDocument(document) };
      get().notify({ kind: 'done', text: words.removed(title), action });
    },
    restoreDocument: async (document) => {
      const answer = await api['documents.restore']({ document });
      if (!answer.ok) return get().notifyError(answer.error);
      await list();
      get().notify({ kind: 'done', text: words.restored });
    },
  };
};

/** Everything that belongs to the document that was open. */
function closedDocument() {
  return {
    annotations: [],
    isLoaded: false,
    unreadable: [],
    missing: 0,
    saving: { state: 'idle' as const },
    selectedAnnotation: null,
    editedAnnotation: null,
    writings: new Map(),
    selection: null,
    selectionMode: false,
    attaching: null,
    reviewed: null,
    currentSection: null,
    backPlaces: [],
    forwardPlaces: [],
    noteFilter: noFilter,
    undoSteps: [] as HistoryStep[],
    redoSteps: [] as HistoryStep[],
  };
}

/** The view as it was when the document was open last; what is open now is put by. */
function viewOf(document: string, view: ViewState, before: string | undefined): Partial<ViewState> {
  const others = (view.others ?? []).filter((other) => other.document !== document && other.document !== before);
  const { position: here, folded } = view;
  const left: OtherDocumentView[] =
    before === undefined
      ? []
      : [
          {
            document: before,
            readAt: new Date().toISOString(),
            folded,
            ...(here?.document === before && { position: here }),
          },
        ];
  const known = view.others?.find((other) => other.document === document);
  return {
    document,
    others: [...left, ...others].slice(0, mostRemembered),
    folded: known?.folded ?? [],
    position: known?.position ?? { document, section: '', offset: 0 },
  };
}
