import { useState } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import type { ReportContent } from '#core/report/report-kinds';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import { errorSentence } from '../../store/notices.ts';
import { useApp } from '../../store/use-app.ts';
import { useReportExport } from '../../store/use-report-export.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useExportChoices } from './export-choice.ts';
import styles from './export-dialog.module.css';
import { ExportOptionFields } from './export-options.tsx';
import { ExportOutcome } from './export-outcome.tsx';
import { FilePreview } from './file-preview.tsx';
import { PrintOutcome } from './print-outcome.tsx';
import { useReportPreview } from './use-report-preview.ts';
import { useScopeOptions } from './use-scope-options.ts';

const words = messages.exporting;

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const plan = useApp((state) => state.plan);
  return plan === null ? null : <ExportOfPlan plan={plan} onClose={onClose} />;
}

function ExportOfPlan({ plan, onClose }: { plan: PlanDocument; onClose: () => void }) {
  const choices = useExportChoices(plan.id);
  const { choice, options, scope } = choices;
  const { prepared, error, made, isCurrent } = useReportPreview(options);
  const ready = isCurrent ? prepared : null;
  const running = useReportExport(onClose);
  const scopes = useScopeOptions(plan, choice.content);
  const isPrinting = useApp((state) => state.isPrinting);
  const [isOnPaper, setIsOnPaper] = useState(false);
  const close = () => {
    running.cancel();
    onClose();
  };
  return (
    <Dialog title={isPrinting ? words.printDialog : words.dialog} width="min(1280px, 86vw)" onClose={close}>
      <div className={styles.columns}>
        <div className={styles.side}>
          <div className={styles.options} inert={running.running !== null}>
            <ExportOptionFields
              choices={choices}
              scopes={scopes}
              hasContents={choice.hasContents ?? prepared?.hasContents ?? false}
            />
          </div>
          {isPrinting ? (
            <PrintOutcome ready={ready} isRunning={isOnPaper} setIsRunning={setIsOnPaper} onDone={onClose} />
          ) : (
            <ExportOutcome
              format={choice.format}
              byDepartment={choice.content === 'ledger' && choice.byDepartment === true}
              prepared={prepared}
              ready={ready}
              running={running}
              annotations={scopes.idsOf(scope)}
              onDone={onClose}
            />
          )}
        </div>
        <div className={styles.preview}>
          {prepared === null ? (
            <NoPreview error={error} content={made.content} />
          ) : (
            <FilePreview
              key={made.content}
              report={prepared.report}
              format={isPrinting ? 'pdf' : choice.format}
              isCurrent={isCurrent}
              isLandscape={made.layout === 'table'}
              isSaving={running.running !== null || isOnPaper}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function NoPreview({ error, content }: { error: OperationError | null; content: ReportContent }) {
  if (error === null) return null;
  return (
    <p role={error.code === 'export-empty' ? 'status' : 'alert'} className={styles.nothing}>
      {error.code === 'export-empty' ? words.empty[content] : errorSentence(error)}
    </p>
  );
}
