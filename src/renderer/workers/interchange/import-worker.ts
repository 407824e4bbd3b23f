import { answerImport } from './answer-import.ts';
import type { ImportRequest, ImportResponse } from './import-messages.ts';

const tell = (response: ImportResponse) => self.postMessage(response);

self.addEventListener('message', (event: MessageEvent<ImportRequest>) =>
  tell(answerImport(event.data, (done, total) => tell({ kind: 'progress', done, total }))),
);
