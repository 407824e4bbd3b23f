import type { EncodingLabel } from '#core/importing/read-document';
import type { Correction } from '#core/outline/corrections';
import type { ListedDocument } from '#ipc/contract/documents-contract';
import type { ListedImportDraft } from '#ipc/contract/import-drafts-contract';
import type { FileProblem, OpenedDocument } from '#ipc/contract/reading-contract';
import { type StartOutlining, startOutlineWorker } from '../workers/outline/outline-client.ts';
import type { LineCorrection, Outlined } from '../workers/outline/outline-messages.ts';
import type { Slice } from './app-store.ts';
import { type DroppedFile, droppedFiles } from './dropped-files.ts';
import { importCorrections } from './import-corrections.ts';
import { createImportRun } from './import-run.ts';
import { importSaving } from './import-saving.ts';

/** A document that was read and is looked over before it is kept. */
export interface DocumentPreview {
  stage: 'preview';
  reading: string;
  fileName: string;
  document: OpenedDocument;
  /** `null` while the outline is found for the first time. */
  outlined: Outlined | null;
  /** In the order in which they were made; those of an earlier import come first. */
  corrections: readonly Correction[];
  /** Corrections that were taken back, the latest last. */
  undone: readonly Correction[];
  title: string;
  /** The document whose text this is to be; `null`: a new one. */
  target: string | null;
  /** Documents whose text it may be, the likeliest first. */
  choices: readonly ListedDocument[];
  /** The document whose full or newer text it looks like. */
  likely: string | null;
  /** How many of the corrections were made in the last import of the document. */
  carried: number;
  /** How many were carried over; the reader may have taken some of them back. */
  carriedAtFirst: number;
  /** The document in whose last import they were made. */
  carriedFrom: string | null;
  /** What was corrected is kept under this id until the document is; `null`: nothing was. */
  draft: string | null;
  isSaving: boolean;
}

export type DocumentImport =
  | { stage: 'reading'; fileName: string | null; done: number; total: number }
  | { stage: 'refused'; fileName: string; problem: FileProblem }
  | DocumentPreview;

export interface DocumentImportSlice {
  /** `null`: no document is being imported. */
  documentImport: DocumentImport | null;
  chooseDocument: () => Promise<void>;
  /** Which of several dropped files this is; `null`: there is but one. */
  importQueue: { at: number; total: number } | null;
  /** Reads the files that were dropped on the window, one after the other. */
  importDropped: (files: readonly DroppedFile[]) => Promise<void>;
  /** Goes on with the next of the dropped files, where nothing is under way. */
  importNext: () => Promise<void>;
  /** Leaves the dropped files that have not been read yet. */
  dropQueue: () => void;
  /** Reads the file that the system asked to open, if there is one. */
  importRequested: () => Promise<void>;
  readingProgressed: (progress: { fileName: string; done: number; total: number }) => void;
  /** Reads the same file in another encoding. */
  readAgain: (encoding: EncodingLabel) => Promise<void>;
  correctLine: (line: number, correction: LineCorrection) => void;
  undoCorrection: () => void;
  redoCorrection: () => void;
  setImportTitle: (title: string) => void;
  setImportTarget: (target: string | null) => Promise<void>;
  saveImport: () => Promise<void>;
  /** Has the corrections that are made right now outlive this page. */
  keepImport: () => Promise<void>;
  /** Goes on with an import that was left. */
  resumeImport: (draft: Pick<ListedImportDraft, 'draft' | 'fileName'>) => Promise<void>;
  /** Ends whatever is under way; where something was corrected, it can be gone on with. */
  closeDocumentImport: () => void;
}

/** `start` is an argument so that the slice is testable without a worker. */
export function createDocumentImportSlice(start: StartOutlining): Slice<DocumentImportSlice> {
  return (api) => (set, get) => {
    const run = createImportRun({ api, set, get, start });
    return {
      documentImport: null,
      chooseDocument: () => run.read(() => api['reading.open'](null), null),
      ...droppedFiles(run, { api, set, get }),
      importRequested: () => run.read(() => api['reading.openRequested'](null), null),
      readingProgressed: run.progressed,
      readAgain: async (encoding) => {
        const present = run.preview();
        if (present === null) return;
        run.leave();
        await run.read(() => api['reading.again']({ reading: present.reading, encoding }), present.fileName);
      },
      keepImport: async () => {
        await run.inTurn(async () => undefined);
        await run.keep();
      },
      resumeImport: run.resume,
      closeDocumentImport: () => {
        run.putBy();
        void get().importNext();
      },
      ...importCorrections(run),
      ...importSaving(run, { api, get }),
    };
  };
}

export const documentImportSlice = createDocumentImportSlice(startOutlineWorker);
