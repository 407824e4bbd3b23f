import type { OperationResult } from '#ipc/contract';
import type { ExportOptions } from '#ipc/contract/export-contract';
import { messages } from '#messages/zh-CN';
import type { Slice } from './app-store.ts';

export interface ReportsSlice {
  /** Ids of the annotations that the export dialog was opened for; null for all. */
  exportOf: string[] | null;
  openExport: (annotations: string[] | null) => void;
  /** Makes the report that is previewed and printed. What is being typed in a note is saved first. */
  prepareReport: (options: ExportOptions) => Promise<OperationResult<'export.prepare'>>;
  /** Saves a prepared report as PDF, tells `onProgress` 0 to 1 while it is printed, and says where the file is. */
  savePdf: (report: string, onProgress: (progress: number) => void) => Promise<OperationResult<'export.savePdf'>>;
  cancelPdf: (report: string) => void;
  /** Shows an exported file in the file manager. */
  revealExport: (file: string) => Promise<void>;
}

export const reportsSlice: Slice<ReportsSlice> = (api) => (set, get) => ({
  exportOf: null,
  openExport: (annotations) => set({ exportOf: annotations, dialog: 'export' }),
  prepareReport: async (options) => {
    await get().saveWritings();
    return api['export.prepare'](options);
  },
  savePdf: async (report, onProgress) => {
    const stop = api.events.exportProgress((event) => {
      if (event.report === report) onProgress(event.progress);
    });
    const answer = await api['export.savePdf']({ report }).finally(stop);
    if (answer.ok && !('cancelled' in answer.value)) {
      const { file, name, pages } = answer.value;
      const { done, reveal: label } = messages.exporting;
      const action = { label, run: () => void get().revealExport(file) };
      get().notify({ kind: 'done', text: done(name, pages), action });
    }
    return answer;
  },
  cancelPdf: (report) => void api['export.cancel']({ report }),
  revealExport: async (file) => {
    const answer = await api['export.reveal']({ file });
    if (!answer.ok) get().notifyError(answer.error);
  },
});
