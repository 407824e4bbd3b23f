import { useEffect, useMemo, useState } from 'react';
import type { OperationOutput } from '#ipc/contract';
import type { ExportOptions } from '#ipc/contract/export-contract';
import type { OperationError } from '#ipc/error-codes';
import { useAppStore } from '../../store/use-app.ts';

export type PreparedReport = OperationOutput<'export.prepare'>;

export interface ReportPreview {
  /** The latest report that there is; stays while the next one is prepared. */
  prepared: PreparedReport | null;
  error: OperationError | null;
  /** What that is the report of. */
  made: ExportOptions;
  /** Those are the options of now: only then it may be saved or printed. */
  isCurrent: boolean;
}

/** Prepares the report anew with every change of the options. What is being typed in a note is saved first. */
export function useReportPreview(options: ExportOptions): ReportPreview {
  const store = useAppStore();
  const key = JSON.stringify(options);
  const wanted = useMemo(() => JSON.parse(key) as ExportOptions, [key]);
  const [preview, setPreview] = useState<Omit<ReportPreview, 'isCurrent'>>({
    prepared: null,
    error: null,
    made: wanted,
  });
  useEffect(() => {
    let isWanted = true;
    const prepare = async () => {
      const answer = await store.getState().prepareReport(wanted);
      if (!isWanted) return;
      const report = answer.ok ? { prepared: answer.value, error: null } : { prepared: null, error: answer.error };
      setPreview({ ...report, made: wanted });
    };
    void prepare();
    return () => {
      isWanted = false;
    };
  }, [store, wanted]);
  return { ...preview, isCurrent: preview.made === wanted };
}
