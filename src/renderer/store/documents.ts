import type { PlanDocument } from '#core/plan/plan';
import { textHash } from '#core/plan/text-hash';
import type { OtherDocumentView, ReadingPosition, ViewState } from '#core/settings/settings';
import type { DocumentList } from '#ipc/contract/documents-contract';
import { bundledDocument } from '#ipc/early-operations';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { AppState, Slice } from './app-store.ts';
import type { HistoryStep } from './history.ts';
import { nextTask, prepareText } from './long-text.ts';
import { type Place, placesOf } from './navigation.ts';
import { noFilter } from './note-filter.ts';
import { withLeftNotes } from './other-notes.ts';
import { isSearchedEverywhere } from './search.ts';
import { listedPlaces } from './search-engines.ts';

const words = messages.library;

export interface DocumentsSlice {
  /** Another document is about to be entered: the text of this one is taken out of the page, of a long one by itself. */
  isTextLeft: boolean;
  /** The documents of the library; `null`: not listed yet. */
  documents: DocumentList | null;
  listDocuments: () => Promise<void>;
  /** Opens another document where it was left, or as told, with its own notes and its own steps to undo. Answers whether it is open. */
  switchDocument: (document: string, arrival?: Arrival) => Promise<boolean>;
  renameDocument: (document: string, title: string) => Promise<void>;
  /** Moves a document into the recycle bin; its notes stay. */
  removeDocument: (document: string) => Promise<void>;
  restoreDocument: (document: string) => Promise<void>;
  /** The open document is not in the notes folder any more: says so, and opens the one that ships. */
  leaveMissing: () => Promise<void>;
}

/** How the reader comes into a document. */
export interface Arrival {
  /** Where to go in it; absent: where it was left. */
  place?: Place;
  /** The places before and after it; absent: those there are, and the one that is left. */
  places?: Pick<AppState, 'backPlaces' | 'forwardPlaces'>;
}

/** Documents whose view is remembered. */
const mostRemembered = 60;

export const documentsSlice: Slice<DocumentsSlice> = (api) => (set, get) => {
  const list = async () => {
    const answer = await api['documents.list'](null);
    if (answer.ok) set({ documents: answer.value });
    else get().notifyError(answer.error);
  };
  const enter = (plan: PlanDocument, arrival: Arrival) => {
    const { plan: before, undoSteps, redoSteps, view } = get();
    const histories = new Map(get().leftHistories);
    if (before !== null) histories.set(before.id, { undoSteps, redoSteps });
    // The results of all documents are for going from one to the other.
    if (!isSearchedEverywhere(get())) get().closeSearch();
    if (arrival.places === undefined) get().leavePlace();
    set({
      ...enteredDocument(get(), plan, arrival),
      leftHistories: histories,
      ...(histories.get(plan.id) ?? { undoSteps: [], redoSteps: [] }),
    });
    get().changeView(viewOf(plan.id, view, before?.id));
  };
  let latest: object | undefined;
  const switchDocument = async (document: string, arrival: Arrival = {}) => {
    if (get().plan?.id === document) return true;
    if (get().bulkWork !== null) {
      get().notify({ kind: 'error', text: words.busy });
      return false;
    }
    const mine = {};
    latest = mine;
    const answer = await api['library.open']({ document });
    if (answer.ok) {
      await prepareText(answer.value);
      if (latest === mine) set({ isTextLeft: true });
      await nextTask();
    }
    // Of several wishes the last one counts; asked for twice, a document is entered once.
    if (latest !== mine) return get().plan?.id === document;
    if (!answer.ok) {
      set({ isTextLeft: false });
      get().notifyError(answer.error);
      return false;
    }
    // Words may have been typed up to now; from here on nothing waits until the other document is entered.
    get().editAnnotation(null);
    if ((await get().saveWritings()) > 0) {
      set({ isTextLeft: false });
      get().notify({ kind: 'error', text: words.unsaved });
      return false;
    }
    if (latest !== mine) return get().plan?.id === document;
    enter(answer.value, arrival);
    await get().flushView();
    await Promise.all([get().loadAnnotations(), get().checkText()]);
    return true;
  };
  return {
    isTextLeft: false,
    documents: null,
    listDocuments: list,
    switchDocument,
    ...libraryChanges(api, set, get),
    leaveMissing: async () => {
      const { plan } = get();
      if (plan === null || plan.id === bundledDocument) return;
      get().notify({ kind: 'error', text: words.gone(plan.title) });
      await switchDocument(bundledDocument);
    },
  };
};

/** Changes of the library itself. */
function libraryChanges(
  api: Api,
  set: (part: Partial<AppState>) => void,
  get: () => AppState,
): Pick<DocumentsSlice, 'renameDocument' | 'removeDocument' | 'restoreDocument'> {
  return {
    renameDocument: async (document, title) => {
      const answer = await api['documents.rename']({ document, title });
      if (!answer.ok) return get().notifyError(answer.error);
      if (get().plan?.id === document) set({ plan: answer.value });
      await get().listDocuments();
    },
    removeDocument: async (document) => {
      const title = get().documents?.documents.find(({ id }) => id === document)?.title ?? '';
      if (get().plan?.id === document && !(await get().switchDocument(bundledDocument))) return;
      const answer = await api['documents.remove']({ document });
      if (!answer.ok) return get().notifyError(answer.error);
      const isElsewhere = (place: Place) => place.document !== document;
      set({ backPlaces: get().backPlaces.filter(isElsewhere), forwardPlaces: get().forwardPlaces.filter(isElsewhere) });
      await get().listDocuments();
      const action = { label: messages.commands.undo, run: () => void get().restoreDocument(document) };
      get().notify({ kind: 'done', text: words.removed(title), action });
    },
    restoreDocument: async (document) => {
      const answer = await api['documents.restore']({ document });
      if (!answer.ok) return get().notifyError(answer.error);
      await get().listDocuments();
      get().notify({ kind: 'done', text: words.restored });
    },
  };
}

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
    isChoosing: false,
    chosenNotes: new Set<string>(),
    undoSteps: [] as HistoryStep[],
    redoSteps: [] as HistoryStep[],
  };
}

/** What is to be seen of the document that is entered, before its notes are read. */
function enteredDocument(state: AppState, plan: PlanDocument, { place, places }: Arrival): Partial<AppState> {
  const { plan: before, view, otherTexts, search, notices } = state;
  const known = view.others?.find((other) => other.document === plan.id)?.position ?? start;
  const { document: _, text, ...left }: ReadingPosition = { document: '', ...known };
  return {
    ...closedDocument(),
    ...(places ?? { backPlaces: placesOf(before, state.backPlaces), forwardPlaces: [] }),
    searchPaint: { ranges: listedPlaces(plan, search.hits), current: -1 },
    ...(before === null ? {} : { otherTexts: new Map([...otherTexts, [before.id, before]]) }),
    otherNotes: withLeftNotes(state),
    // Chapters are those of the document that is left.
    noteFilter: view.notesEverywhere === true ? { ...state.noteFilter, groups: [] } : noFilter,
    request: { place: { ...(place ?? left), document: plan.id } },
    plan,
    planError: null,
    isTextLeft: false,
    updatedText: text === undefined || text === textHash(plan) ? null : plan,
    // An offer to take back names a step of the other document.
    notices: notices.filter(({ step }) => step === undefined),
  };
}

const start = { section: '', offset: 0 };

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
    position: known?.position ?? { document, ...start },
  };
}
