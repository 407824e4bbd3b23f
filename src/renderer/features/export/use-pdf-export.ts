import { useEffect, useState } from 'react';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import { api } from '../../api.ts';
import { useAppStore } from '../../store/use-app.ts';

const words = messages.exporting;

export interface PdfExport {
  /** Id of the report that is being saved. */
  running: string | null;
  /** 0 to 1 once printing has begun; before that the save dialog is open. */
  progress: number | null;
  error: OperationError | null;
  save: (report: string) => Promise<void>;
  cancel: () => void;
}

/** Saves a prepared report; `onDone` is called when the file is written. */
export function usePdfExport(onDone: () => void): PdfExport {
  const store = useAppStore();
  const [running, setRunning] = useState<string | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<OperationError | null>(null);

  useEffect(
    () =>
      api.events.exportProgress((event) => {
        if (event.report === running) setProgress(event.progress);
      }),
    [running],
  );

  const save = async (report: string) => {
    setRunning(report);
    setError(null);
    const answer = await api['export.savePdf']({ report });
    setRunning(null);
    setProgress(null);
    if (!answer.ok) return setError(answer.error);
    if ('cancelled' in answer.value) return;
    const { file, name, pages } = answer.value;
    store.getState().notify({
      kind: 'done',
      text: words.done(name, pages),
      action: { label: words.reveal, run: () => void reveal(file) },
    });
    onDone();
  };
  const reveal = async (file: string) => {
    const answer = await api['export.reveal']({ file });
    if (!answer.ok) store.getState().notifyError(answer.error);
  };
  const cancel = () => {
    if (running !== null) void api['export.cancel']({ report: running });
  };
  return { running, progress, error, save, cancel };
}
