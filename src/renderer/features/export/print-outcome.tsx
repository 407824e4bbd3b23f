import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import styles from './export-dialog.module.css';
import { OperationProblem } from './operation-problem.tsx';
import type { PreparedReport } from './use-report-preview.ts';

const words = messages.exporting;

interface PrintOutcomeProps {
  /** The report of what is chosen, as soon as it is made. */
  ready: PreparedReport | null;
  isRunning: boolean;
  setIsRunning: (isRunning: boolean) => void;
  onDone: () => void;
}

/** The way to the printer. */
export function PrintOutcome({ ready, isRunning, setIsRunning, onDone }: PrintOutcomeProps) {
  const printReport = useApp((state) => state.printReport);
  const [error, setError] = useState<OperationError | null>(null);
  const print = async (report: string) => {
    setIsRunning(true);
    setError(null);
    const answer = await printReport(report);
    setIsRunning(false);
    if (!answer.ok) setError(answer.error);
    else if ('printed' in answer.value) onDone();
  };
  return (
    <div className={styles.outcome}>
      <OperationProblem error={error} />
      <Button
        variant="primary"
        isDisabled={ready === null || isRunning}
        onPress={() => {
          if (ready !== null) void print(ready.report);
        }}
      >
        <Printer size={16} strokeWidth={1.5} aria-hidden />
        {words.print}
      </Button>
    </div>
  );
}
