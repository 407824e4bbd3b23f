import { isTask } from '#core/annotation/task';
import type { ExportFormat } from '#core/report/export-format';
import type { ReportContent } from '#core/report/report-kinds';
import type { OperationResult } from '#ipc/contract';
import type { ExportOptions } from '#ipc/contract/export-contract';
import { messages } from '#messages/zh-CN';
import type { AppState, Slice } from './app-store.ts';

export interface ReportsSlice {
  /** Ids of the annotations that the export dialog was opened for; null for all. */
  exportOf: string[] | null;
  /** What it was opened for, or is in sight; null for what was exported last. */
  exportContent: ReportContent | null;
  /** The dialog prints on paper instead of saving a file. */
  isPrinting: boolean;
  openExport: (annotations: string[] | null, content?: ReportContent) => void;
  /** Opens the dialog for printing the text, or the notes or the ledger. */
  openPrint: () => void;
  /** Makes the report that is previewed and printed. What is being typed in a note is saved first. */
  prepareReport: (options: ExportOptions) => Promise<OperationResult<'export.prepare'>>;
  /** The PDF of a prepared report, as it would be saved. */
  previewReport: (report: string) => Promise<OperationResult<'export.preview'>>;
  /** It is no longer looked at. */
  endPreview: (report: string) => void;
  /** The first rows of a prepared report as a sheet. */
  previewSheet: (report: string, format: 'xlsx' | 'csv') => Promise<OperationResult<'export.previewSheet'>>;
  /** Saves a prepared report, tells `onProgress` 0 to 1 while its file is made, and says where the file is. */
  saveReport: (
    report: string,
    file: { format: ExportFormat; byDepartment: boolean },
    onProgress: (progress: number) => void,
  ) => Promise<OperationResult<'export.save'>>;
  /** Shows the system's dialog for printing a prepared report. */
  printReport: (report: string) => Promise<OperationResult<'export.print'>>;
  cancelReport: (report: string) => void;
  /** Shows an exported file in the file manager. */
  revealExport: (file: string) => Promise<void>;
}

export const reportsSlice: Slice<ReportsSlice> = (api) => (set, get) => ({
  exportOf: null,
  exportContent: null,
  isPrinting: false,
  openExport: (annotations, content) =>
    set({
      exportOf: annotations,
      exportContent: content ?? (annotations === null ? contentInSight(get()) : 'notes'),
      isPrinting: false,
      dialog: 'export',
    }),
  openPrint: () => set({ exportOf: null, exportContent: 'plan', isPrinting: true, dialog: 'export' }),
  prepareReport: async (options) => {
    await get().saveWritings();
    return api['export.prepare'](options);
  },
  previewReport: (report) => api['export.preview']({ report }),
  endPreview: (report) => void api['export.endPreview']({ report }),
  previewSheet: (report, format) => api['export.previewSheet']({ report, format }),
  saveReport: async (report, file, onProgress) => {
    const stop = api.events.exportProgress((event) => {
      if (event.report === report) onProgress(event.progress);
    });
    const answer = await api['export.save']({ report, ...file }).finally(stop);
    if (answer.ok && !('cancelled' in answer.value)) {
      const { file: saved, name, pages, files } = answer.value;
      const { done, departments, reveal: label } = messages.exporting;
      const action = { label, run: () => void get().revealExport(saved) };
      get().notify({
        kind: 'done',
        text: files === undefined ? done(name, pages) : departments.done(name, files),
        action,
      });
    }
    return answer;
  },
  printReport: async (report) => {
    const answer = await api['export.print']({ report });
    if (answer.ok && 'printed' in answer.value) get().notify({ kind: 'done', text: messages.exporting.printed });
    return answer;
  },
  cancelReport: (report) => void api['export.cancel']({ report }),
  revealExport: async (file) => {
    const answer = await api['export.reveal']({ file });
    if (!answer.ok) get().notifyError(answer.error);
  },
});

function contentInSight({ view, annotations }: AppState): ReportContent | null {
  const isLedger = view.notesVisible && view.rightTab === 'ledger';
  return isLedger && annotations.some(isTask) ? 'ledger' : null;
}
