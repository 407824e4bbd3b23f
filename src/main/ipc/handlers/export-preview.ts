import { failure, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import { messages } from '#messages/zh-CN';
import type { KeptPdf } from '../../export/kept-pdf.ts';
import type { ReportPages } from '../../export/report-pages.ts';
import { reportWords } from '../../export/report-words.ts';
import type { SettingsRepository } from '../../storage/settings-repository.ts';

type PreviewOperation = 'export.preview' | 'export.endPreview' | 'export.previewSheet';

export interface ExportPreviewDependencies {
  settings: Pick<SettingsRepository, 'read'>;
  pages: Pick<ReportPages, 'find'>;
  keptPdf: KeptPdf;
}

/** Most rows of a sheet that are shown before it is made. */
const shownRows = 100;

/** What a file will be, shown before it is saved. */
export function exportPreviewHandlers({
  settings,
  pages,
  keptPdf,
}: ExportPreviewDependencies): Pick<Handlers, PreviewOperation> {
  return {
    'export.preview': async ({ report }) => {
      const page = pages.find(report);
      if (page === undefined) return failure({ code: 'not-found' });
      const stored = await settings.read();
      try {
        const made = await keptPdf.of(page, stored.ok ? stored.value.settings.author : '');
        if (made === undefined) return success({ cancelled: true });
        const { bytes } = made;
        return success({ pdf: typeof bytes === 'string' ? Buffer.from(bytes) : bytes });
      } catch (error) {
        return failure({ code: 'export-failed', detail: error instanceof Error ? error.message : String(error) });
      }
    },
    'export.endPreview': async ({ report }) => {
      keptPdf.forget(report);
      return success(null);
    },
    'export.previewSheet': async ({ report, format }) => {
      const source = pages.find(report)?.source;
      if (source === undefined) return failure({ code: 'not-found' });
      const [{ contentKinds }, { sheetPreview }] = await Promise.all([
        import('#core/report/report-content'),
        import('#core/sheet/sheet-preview'),
      ]);
      const words = reportWords(source.writing.labelNames);
      const table = contentKinds[source.content].toTable(source.report, words);
      const { names, file } = messages.sheet;
      return success({
        name: names[source.content],
        ...sheetPreview(table, { format, cut: file.cut, rows: shownRows }),
      });
    },
  };
}
