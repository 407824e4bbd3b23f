import { type CellRequest, type CellResponse, cellPort } from '#ipc/cell-messages';
import { mapAddresses } from './character-maps.ts';
import { readFile } from './read-file.ts';
import { readWorkbooks } from './read-workbooks.ts';

/** So many blocks are sent at a time, and not many more characters than this. */
const portion = { blocks: 2_000, characters: 500_000, rows: 500 };

addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || event.data !== cellPort || port === undefined) return;
  port.onmessage = (message: MessageEvent<CellRequest>) => void answer(port, message.data);
});

// The engine for PDF lets promises fail that nobody waits for; how a file was read is told by the answer.
addEventListener('unhandledrejection', (event) => event.preventDefault());

async function answer(port: MessagePort, request: CellRequest): Promise<void> {
  const tell = (response: CellResponse) => port.postMessage(response);
  if (request.isWorkbook) return answerWorkbooks(request, tell);
  const outcome = await readFile({
    ...request,
    onProgress: (done, total) => tell({ kind: 'progress', done, total }),
    characterMap,
  });
  if (!outcome.ok) return tell({ kind: 'problem', problem: outcome.error });
  const { blocks, ...document } = outcome.value;
  let start = 0;
  while (start < blocks.length) {
    let end = start;
    for (let characters = 0; end < blocks.length && end - start < portion.blocks; end += 1) {
      characters += blocks[end]?.text.length ?? 0;
      if (characters > portion.characters && end > start) break;
    }
    tell({ kind: 'blocks', blocks: blocks.slice(start, end) });
    start = end;
  }
  tell({ kind: 'read', document });
}

function answerWorkbooks({ name, bytes }: CellRequest, tell: (response: CellResponse) => void): void {
  const workbooks = readWorkbooks(name, bytes, (done, total) => tell({ kind: 'progress', done, total }));
  let step = workbooks.next();
  for (; !step.done; step = workbooks.next()) {
    const { name: file, ...read } = step.value;
    if ('problem' in read) {
      tell({ kind: 'workbook', name: file, problem: read.problem });
      continue;
    }
    tell({ kind: 'workbook', name: file });
    for (const { rows, ...sheet } of read.workbook.sheets) {
      tell({ kind: 'sheet', sheet });
      for (let start = 0; start < rows.length; start += portion.rows) {
        tell({ kind: 'rows', rows: rows.slice(start, start + portion.rows) });
      }
    }
  }
  tell(step.value.ok ? { kind: 'workbooks' } : { kind: 'problem', problem: step.value.error });
}

async function characterMap(name: string): Promise<Uint8Array> {
  const address = mapAddresses[name];
  if (address === undefined) throw new Error(`no character map ${name}`);
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}
