import { basename } from 'node:path';
import { formatTimestamp } from '#core/annotation/timestamp';
import { deadlinePresets } from '#core/ledger/deadline';
import type { ExportFormat } from '#core/report/export-format';
import { failure, type Result, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import type { ExportOptions } from '#ipc/contract/export-contract';
import type { ErrorCode, OperationError } from '#ipc/error-codes';
import type { OperationName } from '#ipc/operations';
import { messages } from '#messages/zh-CN';
import { createKeptPdf, type KeptPdf } from '../../export/kept-pdf.ts';
import type { MadeFile, PdfJob, PdfMaker } from '../../export/made-file.ts';
import type { MakeFile } from '../../export/make-in-thread.ts';
import { createNoteMarkup, type NoteMarkup } from '../../export/note-markup.ts';
import type { PaperOutcome } from '../../export/print-page.ts';
import type { ReportPage, ReportPages } from '../../export/report-pages.ts';
import type { SavedFiles } from '../../export/saved-files.ts';
import type { AnnotationRepository } from '../../storage/annotation-repository.ts';
import type { AtomicWriter } from '../../storage/atomic-file.ts';
import type { LibraryRepository } from '../../storage/library-repository.ts';
import type { SettingsRepository } from '../../storage/settings-repository.ts';
import { exportPreviewHandlers } from './export-preview.ts';

type ExportOperation = Extract<OperationName, `export.${string}`>;

export interface ExportDependencies {
  library: Pick<LibraryRepository, 'read'>;
  annotations: Pick<AnnotationRepository, 'read'>;
  settings: Pick<SettingsRepository, 'read'>;
  writer: Pick<AtomicWriter, 'write'>;
  pages: ReportPages;
  savedFiles: SavedFiles;
  /** The address of the style sheet for reports. */
  styleSheet: () => Promise<string>;
  /** The text of that style sheet. */
  styles: () => Promise<string>;
  makePdf: PdfMaker;
  /** Makes the other formats. */
  makeFile: MakeFile;
  /** Prints on paper: what the system's dialog answered. */
  printOnPaper: (page: ReportPage) => Promise<PaperOutcome>;
  /** Asks the reader where to save, proposing this name; `undefined` when they think better of it. */
  showSaveDialog: (fileName: string, kind: ExportFormat | 'zip') => Promise<string | undefined>;
  showItemInFolder: (path: string) => void;
  sendProgress: (report: string, progress: number) => void;
  now: () => Date;
}

/** Errors of writing whose sentence fits an export; the others speak of notes. */
const tellingErrors: readonly ErrorCode[] = ['disk-full', 'file-busy', 'name-too-long'];

export function exportHandlers(dependencies: ExportDependencies): Pick<Handlers, ExportOperation> {
  const { pages, savedFiles, showItemInFolder, printOnPaper, makePdf, now } = dependencies;
  const keptPdf = createKeptPdf(makePdf, now);
  const running = new Map<string, AbortController>();
  const noteMarkup = createNoteMarkup();
  let preparing: AbortController | undefined;
  return {
    ...exportPreviewHandlers({ ...dependencies, keptPdf }),
    'export.prepare': (options) => {
      // The page waits for the latest report only.
      preparing?.abort();
      preparing = new AbortController();
      return prepare(dependencies, options, { signal: preparing.signal, noteMarkup });
    },
    'export.save': async ({ report, format, byDepartment = false }) => {
      const page = pages.find(report);
      if (page === undefined) return failure({ code: 'not-found' });
      if (running.has(report)) return failure({ code: 'export-failed', detail: 'already under way' });
      const controller = new AbortController();
      running.set(report, controller);
      try {
        const done = await saveFile({ ...dependencies, keptPdf }, page, {
          format,
          byDepartment,
          signal: controller.signal,
        });
        if (!done.ok) return done;
        if (done.value === undefined) return success({ cancelled: true });
        const file = savedFiles.add(done.value.path);
        const { path, pages: count, files } = done.value;
        return success({
          file,
          name: basename(path),
          ...(count !== undefined && { pages: count }),
          ...(files !== undefined && { files }),
        });
      } finally {
        running.delete(report);
      }
    },
    'export.print': async ({ report }) => {
      const page = pages.find(report);
      if (page === undefined) return failure({ code: 'not-found' });
      // Paper goes before its preview.
      keptPdf.interrupt();
      const outcome = await printOnPaper(page).catch((error: unknown): PaperOutcome => ({ failure: String(error) }));
      if (outcome === 'printed') return success({ printed: true });
      return outcome === 'cancelled'
        ? success({ cancelled: true })
        : failure({ code: 'print-failed', detail: outcome.failure });
    },
    'export.cancel': async ({ report }) => {
      running.get(report)?.abort();
      return success(null);
    },
    'export.reveal': async ({ file }) => {
      const path = savedFiles.find(file);
      if (path === undefined) return failure({ code: 'not-found' });
      showItemInFolder(path);
      return success(null);
    },
  };
}

async function prepare(
  { library, annotations, settings, pages, styleSheet, now }: ExportDependencies,
  {
    document,
    section,
    annotations: chosen,
    content,
    layout,
    includeHighlights,
    columns,
    group,
    order,
    signature,
    hasContents,
  }: ExportOptions,
  { signal, noteMarkup }: { signal: AbortSignal; noteMarkup: NoteMarkup },
): ReturnType<Handlers['export.prepare']> {
  const [plan, notes, stored] = await Promise.all([
    library.read(document),
    annotations.read(document),
    settings.read(),
  ]);
  if (!plan.ok) return plan;
  if (!notes.ok) return notes;
  if (!stored.ok) return stored;
  // Loaded when it is needed: starting the application must not wait for Markdown.
  const { reportPage } = await import('../../export/report-page.ts');
  const input = {
    plan: plan.value,
    annotations: notes.value.annotations,
    unreadable: notes.value.unreadable.length,
    options: {
      includeHighlights,
      ...(section === undefined ? {} : { section }),
      ...(chosen === undefined ? {} : { annotations: chosen }),
      ...(order !== undefined && { order }),
    },
    rule: stored.value.settings.deadlineRule ?? deadlinePresets.days,
    now: formatTimestamp(now()),
    content,
    writing: {
      table: { columns, ...(group !== undefined && { group }) },
      signature,
      ...(hasContents !== undefined && { hasContents }),
      layout,
      labelNames: stored.value.settings.labelNames,
      styleSheet: await styleSheet(),
    },
    noteMarkup,
  };
  const made = await reportPage(input, signal);
  if (made === undefined) return failure({ code: 'export-failed', detail: 'a newer report is wanted' });
  const { page, counts, isEmpty } = made;
  if (isEmpty) return failure({ code: 'export-empty' });
  const { entries, orphans } = counts;
  return success({ report: pages.add(page).id, entries, orphans, hasContents: page.hasContents });
}

interface Saved {
  path: string;
  pages?: number;
  files?: number;
}

interface SaveOptions {
  format: ExportFormat;
  byDepartment: boolean;
  signal: AbortSignal;
}

type SavingDependencies = ExportDependencies & { keptPdf: KeptPdf };

/** Asks, makes, writes. `undefined`: cancelled. The file appears when it is complete, or not at all. */
async function saveFile(
  dependencies: SavingDependencies,
  page: ReportPage,
  { format, byDepartment, signal }: SaveOptions,
): Promise<Result<Saved | undefined, OperationError>> {
  const { settings, writer, showSaveDialog, sendProgress, now } = dependencies;
  const path = byDepartment
    ? await showSaveDialog(`${messages.exporting.departments.archive(page.name)}.zip`, 'zip')
    : await showSaveDialog(`${page.name}.${format}`, format);
  if (path === undefined || signal.aborted) return success(undefined);
  const onProgress = (progress: number) => sendProgress(page.id, progress);
  onProgress(0.05);
  const stored = await settings.read();
  const author = stored.ok ? stored.value.settings.author : '';
  try {
    const job = { author, created: now(), signal, onProgress };
    const made =
      format === 'pdf'
        ? await makePdfs(dependencies, page, { ...job, byDepartment })
        : await makeOther(dependencies, page, { ...job, format, byDepartment });
    if (made === undefined || signal.aborted) return success(undefined);
    onProgress(0.95);
    const written = await writer.write(path, made.bytes);
    if (!written.ok) return failure(asExportError(written.error));
    onProgress(1);
    const { pages: count, files } = made;
    return success({ path, ...(count !== undefined && { pages: count }), ...(files !== undefined && { files }) });
  } catch (error) {
    return failure({ code: 'export-failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

async function makePdfs(
  { makePdf, keptPdf }: SavingDependencies,
  page: ReportPage,
  { byDepartment, ...job }: PdfJob & { byDepartment: boolean },
): Promise<MadeFile | undefined> {
  if (!byDepartment) {
    job.signal.addEventListener('abort', keptPdf.interrupt, { once: true });
    return keptPdf.of(page, job.author, job.onProgress);
  }
  // The preview is of the whole and would only take its time from the parts.
  keptPdf.interrupt();
  const { source } = page;
  if (source === undefined) throw new Error('this page cannot be taken apart');
  const { makeDepartmentFiles } = await import('../../export/department-files.ts');
  return makeDepartmentFiles(
    { ...page, source },
    {
      format: 'pdf',
      make: async (part, onProgress) => {
        const made = await makePdf(part, { ...job, onProgress });
        return job.signal.aborted ? undefined : made;
      },
      onProgress: job.onProgress,
    },
  );
}

/** Everything but PDF, in another thread: only what that needs goes there. */
async function makeOther(
  { makeFile, styles }: ExportDependencies,
  { html, ...page }: ReportPage,
  { signal, onProgress, ...job }: PdfJob & { format: Exclude<ExportFormat, 'pdf'>; byDepartment: boolean },
): Promise<MadeFile | undefined> {
  const isPage = job.format === 'html';
  const order = { ...job, page, styles: isPage ? await styles() : '' };
  return makeFile({ ...order, ...(isPage && !job.byDepartment && { html: html() }) }, { signal, onProgress });
}

export function asExportError({ code, detail }: OperationError): OperationError {
  return tellingErrors.includes(code)
    ? { code, detail: detail ?? code }
    : { code: 'export-failed', detail: detail ?? code };
}
