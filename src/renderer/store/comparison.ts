import type { PlanDocument } from '#core/plan/plan';
import { textHash } from '#core/plan/text-hash';
import type { OperationInput, OperationResult } from '#ipc/contract';
import type { TextVersion } from '#ipc/contract/library-contract';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import {
  type ComparisonRun,
  type StartComparison,
  startComparisonWorker,
} from '../workers/comparison/comparison-client.ts';
import type { Compared } from '../workers/comparison/comparison-messages.ts';
import type { AppState, Slice } from './app-store.ts';

/** A text that can be compared: the one in use of a document, or an earlier one of the open document. */
export interface ComparableText {
  key: string;
  document: string;
  title: string;
  /** Of an earlier text; null: the one in use. */
  version: TextVersion | null;
}

/** What stands on the screen of two texts. */
export type ComparisonOutcome =
  | { stage: 'comparing' }
  /** There is no second text, one cannot be read, or comparing broke down. */
  | { stage: 'alone' | 'unread' | 'failed' }
  | ({ stage: 'compared'; left: PlanDocument; right: PlanDocument } & Compared);

export interface ComparisonState {
  texts: readonly ComparableText[];
  /** Keys of texts. */
  left: string;
  right: string;
  outcome: ComparisonOutcome;
}

export interface ComparisonSlice {
  comparison: ComparisonState | null;
  /** Shows the open document beside its earlier text, or else beside another document. */
  openComparison: () => Promise<void>;
  compareTexts: (left: string, right: string) => Promise<void>;
  closeComparison: () => void;
  /** Makes a table the report that is previewed and printed. */
  prepareTable: (
    table: OperationInput<'comparison.prepareTable'>,
  ) => Promise<OperationResult<'comparison.prepareTable'>>;
  /** Saves a table as CSV and says where the file is. Answers whether it was written. */
  saveTable: (title: string, rows: readonly (readonly string[])[]) => Promise<boolean>;
}

/** `start` is an argument so that the slice is testable without a worker. */
export function createComparisonSlice(start: StartComparison): Slice<ComparisonSlice> {
  return (api) => (set, get) => {
    let run: ComparisonRun | undefined;
    /** Another object for each comparison; an answer that belongs to an earlier one is dropped. */
    let current: object | null = null;
    const begin = (state: ComparisonState) => {
      run?.stop();
      const mine = {};
      current = mine;
      set({ comparison: state });
      return (outcome: ComparisonOutcome) => {
        if (current === mine) set({ comparison: { ...state, outcome } });
        return current === mine;
      };
    };
    const compare = async (texts: readonly ComparableText[], left: string, right: string) => {
      const show = begin({ texts, left, right, outcome: { stage: 'comparing' } });
      const plans = await Promise.all([left, right].map((key) => readText(api, get, textOf(texts, key))));
      const [one, other] = plans;
      if (!one || !other) return show({ stage: 'unread' });
      if (!show({ stage: 'comparing' })) return;
      run = start({ left: one, right: other });
      const outcome = await run.outcome;
      if (outcome === 'failed') return show({ stage: 'failed' });
      if (outcome !== null) show({ stage: 'compared', left: one, right: other, ...outcome });
    };
    return {
      comparison: null,
      openComparison: async () => {
        const { plan } = get();
        if (plan === null) return;
        const show = begin({ texts: [], left: '', right: '', outcome: { stage: 'comparing' } });
        get().openDialog('comparison');
        const [versions] = await Promise.all([get().listVersions(), get().listDocuments()]);
        if (get().comparison === null || !show({ stage: 'comparing' })) return;
        const texts = comparableTexts(get(), plan, versions ?? []);
        const left = firstChoice(texts, plan.id);
        if (left === undefined) set({ comparison: { texts, left: '', right: plan.id, outcome: { stage: 'alone' } } });
        else await compare(texts, left, plan.id);
      },
      compareTexts: async (left, right) => {
        const { comparison } = get();
        if (comparison !== null) await compare(comparison.texts, left, right);
      },
      closeComparison: () => {
        current = null;
        run?.stop();
        run = undefined;
        set({ comparison: null });
        if (get().dialog === 'comparison') get().closeDialog();
      },
      prepareTable: (table) => api['comparison.prepareTable'](table),
      saveTable: async (title, rows) => {
        const answer = await api['comparison.saveTable']({ title, rows: rows.map((row) => [...row]) });
        if (!answer.ok) get().notifyError(answer.error);
        if (!answer.ok || 'cancelled' in answer.value) return false;
        const { file, name, entries } = answer.value;
        const action = { label: messages.exporting.reveal, run: () => void get().revealExport(file) };
        get().notify({ kind: 'done', text: messages.comparison.saved(name, entries), action });
        return true;
      },
    };
  };
}

export const comparisonSlice = createComparisonSlice(startComparisonWorker);

function textOf(texts: readonly ComparableText[], key: string): ComparableText | undefined {
  return texts.find((text) => text.key === key);
}

/** The open document with its earlier texts, the latest first, then the others. */
function comparableTexts(
  { documents }: AppState,
  plan: PlanDocument,
  versions: readonly TextVersion[],
): ComparableText[] {
  const title = documents?.documents.find(({ id }) => id === plan.id)?.title ?? plan.title;
  const earlier = versions
    .filter(({ hash }) => hash !== textHash(plan))
    .sort((one, other) => (other.keptSince ?? '').localeCompare(one.keptSince ?? ''))
    .map((version) => ({ key: `${plan.id} ${version.hash}`, document: plan.id, title, version }));
  const others = (documents?.documents ?? [])
    .filter(({ id, problem, isBundled }) => id !== plan.id && (problem === null || isBundled))
    .map((document) => ({ key: document.id, document: document.id, title: document.title, version: null }));
  return [{ key: plan.id, document: plan.id, title, version: null }, ...earlier, ...others];
}

function firstChoice(texts: readonly ComparableText[], open: string): string | undefined {
  return texts.find(({ key }) => key !== open)?.key;
}

/** The open text is taken as it is, so that places in it are places in the text behind the dialog. */
async function readText(api: Api, get: () => AppState, text: ComparableText | undefined): Promise<PlanDocument | null> {
  const { plan, textOf: readVersion } = get();
  if (text === undefined) return null;
  if (text.version !== null) return readVersion(text.version.hash);
  if (text.document === plan?.id) return plan;
  const answer = await api['library.read']({ document: text.document });
  return answer.ok ? answer.value : null;
}
