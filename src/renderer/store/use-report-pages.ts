import { useEffect, useState } from 'react';
import type { OperationError } from '#ipc/error-codes';
import { type PageFile, type PagesClient, startPagesWorker } from '../workers/pages/pages-client.ts';
import { useAppStore } from './use-app.ts';

export interface ReportPagesView {
  /** The pages that there are; those of the report before stay while the next ones are made. */
  file: PageFile | null;
  isMaking: boolean;
  error: OperationError | null;
}

/** What became of a report in this round; `isInterrupted`: a file was wanted meanwhile, and another round is to follow. */
type Outcome = { report: string; round: number } & (
  | { file: PageFile }
  | { error: OperationError }
  | { isInterrupted: true }
);

/** The pages of a prepared report as they are printed and saved. A file that is being saved (`isSaving`) goes first. */
export function useReportPages(report: string | null, isSaving: boolean): ReportPagesView {
  const store = useAppStore();
  const client = usePagesClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [file, setFile] = useState<PageFile | null>(null);
  const [round, setRound] = useState(0);
  const current = outcome?.report === report && outcome.round === round ? outcome : null;
  const wasInterrupted = current !== null && 'isInterrupted' in current;
  useEffect(() => {
    if (wasInterrupted && !isSaving) setRound((last) => last + 1);
  }, [wasInterrupted, isSaving]);
  useEffect(() => {
    if (report === null || client === null) return undefined;
    let isWanted = true;
    const make = async () => {
      const answer = await store.getState().previewReport(report);
      if (!isWanted) return;
      const next = answer.ok ? await opened(client, answer.value) : { error: answer.error };
      if (!isWanted) return;
      setOutcome({ report, round, ...next });
      if ('file' in next) setFile(next.file);
    };
    void make();
    return () => {
      isWanted = false;
      store.getState().endPreview(report);
    };
  }, [store, client, report, round]);
  const error = current !== null && 'error' in current ? current.error : null;
  return { file, isMaking: report !== null && (current === null || wasInterrupted), error };
}

/** A worker for as long as pages are looked at. */
function usePagesClient(): PagesClient | null {
  const [client, setClient] = useState<PagesClient | null>(null);
  useEffect(() => {
    const started = startPagesWorker();
    setClient(started);
    return () => started.end();
  }, []);
  return client;
}

async function opened(client: PagesClient, answer: { pdf: Uint8Array } | { cancelled: true }) {
  if ('cancelled' in answer) return { isInterrupted: true as const };
  try {
    return { file: await client.open(answer.pdf) };
  } catch (error) {
    return { error: { code: 'export-failed' as const, detail: String(error) } };
  }
}
