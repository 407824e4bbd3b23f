import { FileDown } from 'lucide-react';
import type { ExportChoice } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import type { ReportExport } from '../../store/use-report-export.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './export-dialog.module.css';
import { OperationProblem } from './operation-problem.tsx';
import type { PreparedReport } from './use-report-preview.ts';

const words = messages.exporting;

interface ExportOutcomeProps {
  format: ExportChoice['format'];
  /** One file for each department. */
  byDepartment: boolean;
  /** The report that is shown. */
  prepared: PreparedReport | null;
  /** The report of what is chosen, as soon as it is made. */
  ready: PreparedReport | null;
  running: ReportExport;
  /** The annotations of the scope; `undefined`: all of the document. */
  annotations: readonly string[] | undefined;
  onDone: () => void;
}

/** How much will be exported, and the way there. */
export function ExportOutcome(props: ExportOutcomeProps) {
  const { format, byDepartment, prepared, ready, running, annotations, onDone } = props;
  const exportJsonLd = useApp((state) => state.exportJsonLd);
  const all = useApp((state) => state.annotations.length);
  const isNothing = format === 'jsonld' ? (annotations?.length ?? all) === 0 : ready === null;
  const save = async () => {
    if (format === 'jsonld') {
      if (await exportJsonLd(annotations)) onDone();
    } else if (ready !== null) {
      await running.save(ready.report, format, byDepartment);
    }
  };
  return (
    <div className={styles.outcome}>
      <OperationProblem error={running.error} />
      <p role="status" className={styles.count}>
        {prepared === null ? null : words.count(prepared.entries, prepared.orphans)}
      </p>
      {running.progress === null ? (
        <Button variant="primary" isDisabled={isNothing || running.running !== null} onPress={() => void save()}>
          <FileDown size={16} strokeWidth={1.5} aria-hidden />
          {words.save(words.formats[format].name)}
        </Button>
      ) : (
        <div className={styles.saving}>
          <Progress name={words.progress} text={words.saving(words.formats[format].name)} value={running.progress} />
          <Button variant="outlined" onPress={running.cancel}>
            {words.cancel}
          </Button>
        </div>
      )}
    </div>
  );
}
