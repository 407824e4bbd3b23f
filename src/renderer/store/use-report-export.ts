import { useState } from 'react';
import type { ExportFormat } from '#core/report/export-format';
import type { OperationError } from '#ipc/error-codes';
import { useAppStore } from './use-app.ts';

export interface ReportExport {
  /** Id of the report that is being saved. */
  running: string | null;
  /** 0 to 1 once the file is being made; before that the save dialog is open. */
  progress: number | null;
  error: OperationError | null;
  save: (report: string, format: ExportFormat, byDepartment?: boolean) => Promise<void>;
  cancel: () => void;
}

/** Saves a prepared report; `onDone` is called when the file is written. */
export function useReportExport(onDone: () => void): ReportExport {
  const store = useAppStore();
  const [running, setRunning] = useState<string | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<OperationError | null>(null);

  const save: ReportExport['save'] = async (report, format, byDepartment = false) => {
    setRunning(report);
    setError(null);
    const answer = await store.getState().saveReport(report, { format, byDepartment }, setProgress);
    setRunning(null);
    setProgress(null);
    if (!answer.ok) setError(answer.error);
    else if (!('cancelled' in answer.value)) onDone();
  };
  const cancel = () => {
    if (running !== null) store.getState().cancelReport(running);
  };
  return { running, progress, error, save, cancel };
}
