import { ulid } from 'ulid';
import type { Correction } from '#core/outline/corrections';
import { success } from '#core/text/result';
import type { OperationResult } from '#ipc/contract';
import type { ImportDraft } from '#ipc/contract/import-drafts-contract';
import type { FileProblem } from '#ipc/contract/reading-contract';
import { messages } from '#messages/zh-CN';
import type { Api } from '../api.ts';
import type { Outlining, StartOutlining } from '../workers/outline/outline-client.ts';
import type { LineEdit, Outlined } from '../workers/outline/outline-messages.ts';
import type { AppState } from './app-store.ts';
import type { DocumentImport, DocumentPreview } from './document-import.ts';
import { findLikely, listTargets, proposedTitle } from './import-targets.ts';

/** One document on its way in; a second one waits until it is kept or left. */
export interface ImportRun {
  /**
   * Reads a file and shows what was found. `ask` can find out whether the reader still wants it. `fileName`: known before it
   * is read.
   */
  read: (
    ask: (isWanted: () => boolean) => Promise<OperationResult<'reading.open'>>,
    fileName: string | null,
  ) => Promise<void>;
  /** Reads the file of a draft and shows it as it was left. */
  resume: (draft: Pick<ImportDraft, 'draft' | 'fileName'>) => Promise<void>;
  progressed: (progress: { fileName: string; done: number; total: number }) => void;
  preview: () => DocumentPreview | null;
  patch: (part: Partial<DocumentPreview>) => void;
  /** Finds the outline anew, after one more correction; `null`: overtaken by a later call. */
  outline: (corrections: readonly Correction[], edit?: LineEdit) => Promise<Outlined | null>;
  /** The plan that was found last, with this id and title, as JSON. */
  plan: (document: string, title: string) => Promise<string | null>;
  /** Does this once all that was asked for before is done. */
  inTurn: (work: () => Promise<void>) => Promise<void>;
  /** Drops what was read. */
  leave: () => void;
  /** The same, and the dialog with it. */
  close: () => void;
  /** The same, but offers to go on where something was corrected. */
  putBy: () => void;
  /** Has what was corrected so far outlive this page. */
  keep: () => Promise<void>;
}

interface Surroundings {
  api: Api;
  set: (part: Partial<AppState>) => void;
  get: () => AppState;
  start: StartOutlining;
}

const words = messages.importing;

export function createImportRun(surroundings: Surroundings): ImportRun {
  return new Run(surroundings);
}

class Run implements ImportRun {
  readonly #surroundings: Surroundings;
  readonly #show: (documentImport: DocumentImport) => void;
  readonly preview: ImportRun['preview'];
  readonly patch: ImportRun['patch'];
  /** Another object for each file; an answer that belongs to an earlier one is dropped. */
  #current: object | null = null;
  #outlining: Outlining | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    const { show, preview, patch } = importView(surroundings.set, surroundings.get);
    this.#show = show;
    this.preview = preview;
    this.patch = patch;
  }

  read: ImportRun['read'] = (ask, fileName) => this.#read(ask, fileName, () => undefined);

  resume: ImportRun['resume'] = ({ draft, fileName }) => {
    this.#makeRoom();
    let work: ImportDraft | undefined;
    const ask = async () => {
      const answer = await this.#surroundings.api['importDrafts.open']({ draft });
      if (!answer.ok) return answer;
      work = answer.value.work;
      return success(answer.value.opened);
    };
    return this.#read(ask, fileName, () => work);
  };

  #read = async (
    ask: Parameters<ImportRun['read']>[0],
    fileName: string | null,
    workOf: () => ImportDraft | undefined,
  ): Promise<void> => {
    const { get, start } = this.#surroundings;
    if (this.#current !== null || get().documentImport !== null) {
      return get().notify({ kind: 'error', text: words.busy });
    }
    const mine = {};
    this.#current = mine;
    if (fileName !== null) this.#show({ stage: 'reading', fileName, done: 0, total: 0 });
    const answer = await ask(() => this.#current === mine).catch(() => null);
    if (this.#current !== mine) return;
    // The system gives out a dropped folder as a file that cannot be read.
    if (answer === null) return this.#refuse({ fileName: fileName ?? '', problem: { code: 'not-a-file' } });
    if (!answer.ok) get().notifyError(answer.error);
    if (!answer.ok || 'cancelled' in answer.value) return this.close();
    if ('problem' in answer.value) return this.#refuse(answer.value);
    this.#outlining = start(answer.value.document.blocks);
    const work = workOf();
    this.#show({ stage: 'preview', ...answer.value, ...untouched, draft: work?.draft ?? null });
    await this.#lookOver(mine, work);
  };

  progressed: ImportRun['progressed'] = ({ fileName, done, total }) => {
    if (this.#current === null || this.preview() !== null) return;
    this.#show({ stage: 'reading', fileName, done, total });
  };

  outline: ImportRun['outline'] = async (corrections, edit) => {
    const outlined = (await this.#outlining?.outline(corrections, edit)) ?? null;
    const present = this.preview();
    if (outlined === null || present === null) return outlined;
    // A name that the reader has not touched follows the title.
    const title = isTitleProposed(present) ? proposedTitle(present.fileName, outlined, present.choices) : present.title;
    this.patch({ outlined, corrections: outlined.corrections, title });
    return outlined;
  };

  inTurn: ImportRun['inTurn'] = (work) => {
    this.#last = this.#last.then(work);
    return this.#last;
  };

  plan: ImportRun['plan'] = async (document, title) => (await this.#outlining?.plan(document, title)) ?? null;

  leave = () => {
    this.#current = null;
    this.#outlining?.stop();
    this.#outlining = undefined;
    this.#surroundings.set({ documentImport: null });
  };

  close = () => {
    const { api, get } = this.#surroundings;
    if (this.#current !== null && this.preview() === null) void api['reading.cancel'](null);
    this.leave();
    if (get().dialog === 'documentImport') get().closeDialog();
  };

  keep = async () => {
    const { api, get } = this.#surroundings;
    const present = this.preview();
    if (present === null) return;
    const { draft, reading, fileName, document, corrections, carried, title, target } = present;
    const isCorrected = isTouched(present);
    if (!isCorrected && draft === null) return;
    const kept = draft ?? ulid();
    this.patch({ draft: isCorrected ? kept : null });
    const answer = isCorrected
      ? await api['importDrafts.write']({
          ...{ draft: kept, reading, fileName, title, target, carried },
          encoding: document.encoding?.label ?? null,
          corrections: { schema: 'corrections/1', corrections: [...corrections] },
        })
      : await api['importDrafts.discard']({ draft: kept });
    if (!answer.ok) get().notifyError(answer.error);
  };

  putBy = () => {
    const { get, start } = this.#surroundings;
    void this.keep();
    const left = this.preview();
    const isUntouched = left === null || !(isTouched(left) || left.undone.length > 0);
    if (isUntouched) return this.close();
    this.close();
    const goOn = async () => {
      this.#makeRoom();
      if (this.#current !== null || get().documentImport !== null) {
        get().notify({ kind: 'error', text: words.busy });
        return this.#offer(goOn);
      }
      this.#current = {};
      this.#outlining = start(left.document.blocks);
      this.#show({ ...left, isSaving: false });
      await this.outline(left.corrections);
    };
    this.#offer(goOn);
  };

  /** A document in which nothing was corrected can be opened again at any time. */
  #makeRoom(): void {
    const present = this.preview();
    if (present !== null && !isTouched(present) && !present.isSaving) this.close();
  }

  #offer(goOn: () => Promise<void>): void {
    const action = { label: words.goOn, run: () => void goOn() };
    this.#surroundings.get().notify({ kind: 'done', text: words.left, action });
  }

  #refuse(refused: { fileName: string; problem: FileProblem }): void {
    this.#current = null;
    this.#show({ stage: 'refused', ...refused });
  }

  async #lookOver(mine: object, work: ImportDraft | undefined): Promise<void> {
    const { api, get } = this.#surroundings;
    const isWanted = () => this.#current === mine;
    const outlined = await this.outline(work?.corrections.corrections ?? []);
    if (!isWanted()) return;
    const fileName = this.preview()?.fileName ?? '';
    if (outlined === null) return this.#refuse({ fileName, problem: { code: 'broken' } });
    const choices = await listTargets(api);
    if (!isWanted()) return;
    this.patch({ choices, title: work?.title ?? proposedTitle(fileName, outlined, choices) });
    const target = choices.find(({ id }) => id === work?.target)?.id;
    if (work !== undefined && target !== undefined) {
      const { carried } = work;
      this.patch({ target, carried, carriedAtFirst: carried, carriedFrom: target });
    }
    const outlining = this.#outlining;
    const likely = await findLikely({ api, get }, choices, outlined, { outlining, isWanted });
    const present = this.preview();
    if (!isWanted() || likely === null || present === null) return;
    this.patch({ likely });
    // Whoever has begun by then is asked, but not overruled.
    const isBegun = present.isSaving || present.corrections.length > 0 || !isTitleProposed(present);
    if (work === undefined && present.target === null && !isBegun) await get().setImportTarget(likely);
  }
}

function isTitleProposed({ title, fileName, outlined, choices }: DocumentPreview): boolean {
  return outlined !== null && title === proposedTitle(fileName, outlined, choices);
}

/** Something was corrected, or a correction that was carried over taken back. */
function isTouched({ corrections, carried, carriedAtFirst }: DocumentPreview): boolean {
  return corrections.length > carried || carried < carriedAtFirst;
}

/** What the dialog shows. */
function importView(set: Surroundings['set'], get: Surroundings['get']) {
  const preview = () => {
    const state = get().documentImport;
    return state?.stage === 'preview' ? state : null;
  };
  return {
    preview,
    show: (documentImport: DocumentImport) => {
      set({ documentImport });
      get().openDialog('documentImport');
    },
    patch: (part: Partial<DocumentPreview>) => {
      const present = preview();
      if (present !== null) set({ documentImport: { ...present, ...part } });
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
  carried: 0,
  carriedAtFirst: 0,
  carriedFrom: null,
  draft: null,
  isSaving: false,
};
