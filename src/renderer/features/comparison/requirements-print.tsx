import { ChevronLeft, FileDown } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import { errorSentence } from '../../store/notices.ts';
import { useAppStore } from '../../store/use-app.ts';
import { type ReportExport, useReportExport } from '../../store/use-report-export.ts';
import { useReportPages } from '../../store/use-report-pages.ts';
import { Button } from '../../ui/button.tsx';
import { PrintedPages } from '../../ui/printed-pages.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { type MatchFilter, printedRows, type RequirementRow } from './requirement-rows.ts';
import styles from './requirements-print.module.css';

const words = messages.comparison;
const exporting = messages.exporting;

interface RequirementsPrintProps {
  rows: readonly RequirementRow[];
  choices: readonly SelectOption[];
  filter: MatchFilter;
  onFilter: (filter: MatchFilter) => void;
  titles: { left: string; right: string };
  onClose: () => void;
}

/** The table as it is printed, and the way to its PDF. */
export function RequirementsPrint(props: RequirementsPrintProps) {
  const { rows, choices, filter, onFilter, titles, onClose } = props;
  const shown = useMemo(() => rows.filter(({ match }) => filter === 'all' || match === filter), [rows, filter]);
  const { report, error } = usePreparedTable(shown, titles);
  const pdf = useReportExport(onClose);
  const pages = useReportPages(report, pdf.running !== null);
  const leave = () => {
    pdf.cancel();
    onClose();
  };
  return (
    <div className={styles.print}>
      <div className={styles.side}>
        <Button onPress={leave}>
          <ChevronLeft size={16} strokeWidth={1.5} aria-hidden />
          {words.print.back}
        </Button>
        <Select
          label={words.print.rows}
          value={filter}
          options={choices}
          onChange={(value) => onFilter(value as MatchFilter)}
        />
        <p>{words.print.hint}</p>
        <div className={styles.foot}>
          <PdfButton pdf={pdf} report={report} error={error ?? pages.error} />
        </div>
      </div>
      <div className={styles.paper}>
        {report !== null ? (
          <PrintedPages file={pages.file} isMaking={pages.isMaking} />
        ) : shown.length === 0 ? (
          <p className={styles.waiting}>{words.nothingInFilter}</p>
        ) : null}
      </div>
    </div>
  );
}

interface PdfButtonProps {
  pdf: ReportExport;
  report: string | null;
  error: OperationError | null;
}

function PdfButton({ pdf, report, error: preparing }: PdfButtonProps) {
  const error = pdf.error ?? preparing;
  return (
    <>
      {error === null ? null : <p role="alert">{errorSentence(error)}</p>}
      {pdf.progress === null ? (
        <Button
          variant="primary"
          isDisabled={report === null || pdf.running !== null}
          onPress={() => {
            if (report !== null) void pdf.save(report, 'pdf');
          }}
        >
          <FileDown size={16} strokeWidth={1.5} aria-hidden />
          {exporting.save(exporting.formats.pdf.name)}
        </Button>
      ) : (
        <>
          <Progress
            name={exporting.progress}
            text={exporting.saving(exporting.formats.pdf.name)}
            value={pdf.progress}
          />
          <Button variant="outlined" onPress={pdf.cancel}>
            {exporting.cancel}
          </Button>
        </>
      )}
    </>
  );
}

/** The report of these rows; the one before stays until the next is there. */
function usePreparedTable(rows: readonly RequirementRow[], { left, right }: { left: string; right: string }) {
  const store = useAppStore();
  const [prepared, setPrepared] = useState<{ report: string | null; error: OperationError | null }>({
    report: null,
    error: null,
  });
  useEffect(() => {
    let isWanted = true;
    const prepare = async () => {
      const table = { required: left, answering: right, rows: printedRows(rows) };
      const answer = rows.length === 0 ? null : await store.getState().prepareTable(table);
      if (!isWanted) return;
      if (answer === null) setPrepared({ report: null, error: null });
      else setPrepared(answer.ok ? { ...answer.value, error: null } : { report: null, error: answer.error });
    };
    void prepare();
    return () => {
      isWanted = false;
    };
  }, [store, rows, left, right]);
  return prepared;
}
