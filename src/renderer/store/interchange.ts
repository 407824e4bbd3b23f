import type { Annotation } from '#core/annotation/annotation';
import { changeableContent } from '#core/annotation/apply-change';
import { formatTimestamp } from '#core/annotation/timestamp';
import type { ImportItem } from '#core/interchange/compare-import';
import type { OpeningProblem } from '#ipc/contract/interchange-contract';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import { type ImportRun, type StartImport, startImportWorker } from '../workers/interchange/import-client.ts';
import type { ContentProblem, ImportReading } from '../workers/interchange/import-messages.ts';
import { createSaving, createStepParts } from './annotation-saving.ts';
import type { AppState, Slice } from './app-store.ts';
import type { StepPart } from './history.ts';
import { errorSentence } from './notices.ts';

const words = messages.interchange;

/** A chosen file on its way into the notes. */
export type ImportState =
  | { stage: 'reading'; name: string; done: number; total: number }
  | { stage: 'problem'; name: string; problem: OpeningProblem | ContentProblem }
  | { stage: 'choosing'; name: string; reading: ImportReading }
  | { stage: 'writing'; name: string; done: number; total: number };

export interface InterchangeSlice {
  /** `null`: nothing is being imported. */
  importing: ImportState | null;
  /** Lets the reader choose a file, reads it and shows what it would change. Nothing is written. */
  chooseImport: () => Promise<void>;
  /** Writes the chosen annotations, as one step that can be undone. */
  applyImport: (items: readonly ImportItem[]) => Promise<void>;
  /** Stops whatever is under way; what is written by then stays, and can be undone. */
  closeImport: () => void;
  /** Saves the notes of the open document, or these of them, as JSON-LD, and says where the file is. Answers whether it was written. */
  exportJsonLd: (annotations?: readonly string[]) => Promise<boolean>;
}

/** Annotations of one call: written in a fraction of a second. */
const atATime = 25;

/** `start` is an argument so that the slice is testable without a worker. */
export function createInterchangeSlice(start: StartImport): Slice<InterchangeSlice> {
  return (api) => (set, get) => {
    let run: ImportRun | undefined;
    /** Another object for each file; an answer that belongs to an earlier one is dropped. */
    let current: object | null = null;
    const show = (importing: ImportState) => set({ importing });
    return {
      importing: null,
      chooseImport: async () => {
        const { plan } = get();
        if (plan === null) return;
        const opened = await api['interchange.openFile'](null);
        if (!opened.ok) return get().notifyError(opened.error);
        if ('cancelled' in opened.value) return;
        const mine = {};
        current = mine;
        const { name } = opened.value;
        get().openDialog('import');
        if ('problem' in opened.value) return show({ stage: 'problem', name, problem: opened.value.problem });
        show({ stage: 'reading', name, done: 0, total: 0 });
        const present = await readPresent(api, set, get, plan.id);
        if (current !== mine) return;
        if (!present.ok) {
          get().closeImport();
          return get().notifyError(present.error);
        }
        const request = { bytes: opened.value.bytes, plan, present: present.value, now: formatTimestamp(new Date()) };
        run = start(request, (done, total) => {
          if (current === mine) show({ stage: 'reading', name, done, total });
        });
        const outcome = await run.outcome;
        if (current !== mine || outcome === null) return;
        if (outcome.ok) show({ stage: 'choosing', name, reading: outcome.value });
        else show({ stage: 'problem', name, problem: outcome.error });
      },
      applyImport: async (items) => {
        const { importing } = get();
        if (importing === null || items.length === 0) return;
        const { name } = importing;
        const mine = {};
        current = mine;
        const problem = await keepOurs(api, items);
        if (problem !== null) return get().notifyError(problem);
        const written = await write(api, set, get, items, (done) => {
          if (current !== mine) return false;
          show({ stage: 'writing', name, done, total: items.length });
          return true;
        });
        if (current === mine) get().closeImport();
        conclude(get, items.length, written);
      },
      closeImport: () => {
        current = null;
        run?.stop();
        run = undefined;
        set({ importing: null });
        if (get().dialog === 'import') get().closeDialog();
      },
      exportJsonLd: (annotations) => saveJsonLd(api, get, annotations),
    };
  };
}

export const interchangeSlice = createInterchangeSlice(startImportWorker);

async function saveJsonLd(api: Api, get: () => AppState, annotations?: readonly string[]): Promise<boolean> {
  const { plan } = get();
  if (plan === null) return false;
  await get().saveWritings();
  const scope = annotations === undefined ? {} : { annotations: [...annotations] };
  const answer = await api['interchange.saveFile']({ document: plan.id, ...scope });
  if (!answer.ok) get().notifyError(answer.error);
  if (!answer.ok || 'cancelled' in answer.value) return false;
  const { file, name, entries } = answer.value;
  const action = { label: messages.exporting.reveal, run: () => void get().revealExport(file) };
  get().notify({ kind: 'done', text: words.exported(name, entries), action });
  return true;
}

/** Of notes that theirs replace, undo keeps our words while the window is open, and a snapshot for longer. */
async function keepOurs(api: Api, items: readonly ImportItem[]): Promise<OperationError | null> {
  if (items.every(({ existing }) => existing === null)) return null;
  const prepared = await api['snapshots.prepare']({ reason: 'before-import' });
  return prepared.ok ? null : prepared.error;
}

/** What is here at this moment, on the disk: what is being typed is saved first. */
async function readPresent(api: Api, set: (part: Partial<AppState>) => void, get: () => AppState, document: string) {
  await get().saveWritings();
  const list = await api['annotations.list']({ document });
  if (!list.ok) return list;
  // What others did to the notes is now taken for known here, and is told by nobody.
  set(list.value);
  const bin = await api['recycleBin.list']({ document });
  if (!bin.ok) return bin;
  const removed = bin.value.notes.map(({ annotation }) => annotation);
  return { ok: true as const, value: { annotations: list.value.annotations, removed } };
}

interface Written {
  parts: StepPart[];
  /** How many could not be written. */
  failed: number;
  error: OperationError | null;
}

/** Writes a few at a time; `goOn` is told how many are done and says whether to. */
async function write(
  api: Api,
  set: (part: Partial<AppState>) => void,
  get: () => AppState,
  items: readonly ImportItem[],
  goOn: (done: number) => boolean,
): Promise<Written> {
  const parts = createStepParts(createSaving(api, set, get));
  const written: Written = { parts: [], failed: 0, error: null };
  await get().showTogether(async () => {
    for (let done = 0; done < items.length && goOn(done); done += atATime) {
      const some = items.slice(done, done + atATime);
      const annotations = some.map(({ result, existing }) => ({
        annotation: result,
        base: existing === null ? null : { rev: existing.rev, modified: existing.modified },
      }));
      const answer = await api['interchange.apply']({ document: some[0]?.result.document ?? '', annotations });
      const outcomes = answer.ok
        ? answer.value.outcomes
        : some.map(({ result }) => ({ id: result.id, error: answer.error }));
      for (const [index, outcome] of outcomes.entries()) {
        const item = some[index];
        if (item === undefined) continue;
        if ('error' in outcome) {
          written.failed += 1;
          written.error ??= outcome.error;
          continue;
        }
        get().showAnnotation(item.result.id, outcome.annotation);
        written.parts.push(partOf(item, outcome.annotation));
      }
      // A full disk or a folder that is gone fails for all that follow.
      if (!answer.ok || outcomes.every((outcome) => 'error' in outcome)) {
        written.failed += Math.max(0, items.length - done - atATime);
        return;
      }
    }
  });
  return written;

  function partOf({ kind, existing, result }: ImportItem, now: Annotation): StepPart {
    if (existing === null || kind === 'deleted') return parts.created(result.id);
    return parts.changed(result.id, changeableContent(now), changeableContent(existing));
  }
}

/** One step for everything that was written, and what is said about it. */
function conclude(get: () => AppState, wanted: number, { parts, failed, error }: Written): void {
  if (parts.length > 0) {
    const step = { name: words.step(parts.length), parts };
    get().recordStep(step);
    const stopped = wanted - parts.length - failed;
    const said = stopped > 0 ? words.stopped(parts.length, stopped) : words.imported(parts.length);
    get().offerUndo(said, step);
  }
  if (error === null) return;
  const reason = error.code === 'changed-elsewhere' ? words.changedMeanwhile : errorSentence(error);
  get().notify({ kind: 'error', text: words.notImported(failed), detail: reason });
}
