import type { ExportChoice } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useReportPages } from '../../store/use-report-pages.ts';
import { PrintedPages } from '../../ui/printed-pages.tsx';
import { ReportFrame } from '../../ui/report-frame.tsx';
import styles from './export-dialog.module.css';
import { OperationProblem } from './operation-problem.tsx';
import { SheetTable } from './sheet-table.tsx';

interface FilePreviewProps {
  report: string;
  format: ExportChoice['format'];
  /** It is that of what is chosen by now. */
  isCurrent: boolean;
  isLandscape: boolean;
  isSaving: boolean;
}

/** A report as the file of this format shows it: the pages of a PDF, the sheet of a workbook, else what it says. */
export function FilePreview({ report, format, isCurrent, isLandscape, isSaving }: FilePreviewProps) {
  if (format === 'pdf') return <PagesPreview report={report} isCurrent={isCurrent} isSaving={isSaving} />;
  if (format === 'xlsx' || format === 'csv') return <SheetTable report={report} format={format} />;
  return (
    <div className={styles.content}>
      <ReportFrame report={report} isLandscape={isLandscape} />
      {format === 'html' ? null : <p className={styles.remark}>{messages.exporting.onlyContent}</p>}
    </div>
  );
}

function PagesPreview({ report, isCurrent, isSaving }: Pick<FilePreviewProps, 'report' | 'isCurrent' | 'isSaving'>) {
  const { file, isMaking, error } = useReportPages(report, isSaving);
  return error === null ? (
    <PrintedPages file={file} isMaking={isMaking || !isCurrent} />
  ) : (
    <OperationProblem error={error} />
  );
}
