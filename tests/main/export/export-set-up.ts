import { join } from 'node:path';
import type { Annotation } from '#core/annotation/annotation';
import { defaultSettings } from '#core/settings/settings';
import { success } from '#core/text/result';
import type { ExportOptions } from '#ipc/contract/export-contract';
import { makeFile } from '../../../src/main/export/make-file.ts';
import type { MakeFile } from '../../../src/main/export/make-in-thread.ts';
import { createReportPages } from '../../../src/main/export/report-pages.ts';
import { createSavedFiles } from '../../../src/main/export/saved-files.ts';
import { type ExportDependencies, exportHandlers } from '../../../src/main/ipc/handlers/export.ts';
import { createAtomicWriter } from '../../../src/main/storage/atomic-file.ts';
import { bundledPlan as plan } from '../../core/search/bundled-plan.ts';

/** What the window that prints is stood in for with. */
export const pdf = { bytes: new TextEncoder().encode('%PDF-1.4 a whole file'), pages: 3 };
export const everything: ExportOptions = {
  document: plan.id,
  content: 'notes',
  layout: 'official',
  includeHighlights: true,
  columns: ['clause', 'measure'],
  signature: false,
  hasContents: false,
};

/** Makes files as the thread does, in this one: the thread itself is asked in make-in-thread.test.ts. */
export const makeHere: MakeFile = async (order, { signal, onProgress }) => {
  const made = await makeFile(structuredClone(order), onProgress);
  return signal.aborted ? undefined : made;
};

/** The handlers on real files; only the system's dialogs and the printing window are stood in for. */
export function exportSetUp(folder: string, annotations: Annotation[], replaced: Partial<ExportDependencies> = {}) {
  const proposed: string[] = [];
  const progress: number[] = [];
  const revealed: string[] = [];
  const pages = createReportPages();
  const handlers = exportHandlers({
    library: { read: async () => success(plan) },
    annotations: { read: async () => success({ annotations, unreadable: [] }) },
    settings: { read: async () => success({ settings: { ...defaultSettings, author: '王老师' }, reset: false }) },
    writer: createAtomicWriter(),
    pages,
    savedFiles: createSavedFiles(),
    styleSheet: async () => 'app://reader/assets/report.css',
    styles: async () => '.official{color:black}',
    makePdf: async () => pdf,
    makeFile: makeHere,
    printOnPaper: async () => 'printed',
    showSaveDialog: async (fileName) => {
      proposed.push(fileName);
      return join(folder, fileName);
    },
    showItemInFolder: (path) => revealed.push(path),
    sendProgress: (_report, share) => progress.push(share),
    now: () => new Date(2026, 10, 23, 12),
    ...replaced,
  });
  return { handlers, pages, proposed, progress, revealed };
}

export type ExportSetUp = ReturnType<typeof exportSetUp>;

export async function preparedReport(handlers: ExportSetUp['handlers'], options: ExportOptions): Promise<string> {
  const prepared = await handlers['export.prepare'](options);
  if (!prepared.ok) throw new Error(prepared.error.code);
  return prepared.value.report;
}
