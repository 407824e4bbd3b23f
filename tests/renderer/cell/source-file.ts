import { readFile as readBytes } from 'node:fs/promises';
import type { EncodingLabel, ReadDocument } from '#core/importing/read-document';
import { readFile } from '../../../src/renderer/cell/read-file.ts';
import type { ReadOutcome } from '../../../src/renderer/cell/readers/reader.ts';

/** What a cell makes of a file, without a cell around it. */
export function readBytesOf(
  bytes: Uint8Array | string,
  name = '文件',
  options: { encoding?: EncodingLabel; onProgress?: (done: number, total: number) => void } = {},
): Promise<ReadOutcome> {
  return readFile({
    name,
    // The engine for PDF takes the bytes away.
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes.slice(),
    onProgress: () => undefined,
    characterMap: async (map) => new Uint8Array(await readBytes(`node_modules/pdfjs-dist/cmaps/${map}.bcmap`)),
    ...options,
  });
}

/** The same, of a file that is expected to be readable. */
export async function documentOf(...parameters: Parameters<typeof readBytesOf>): Promise<ReadDocument> {
  const outcome = await readBytesOf(...parameters);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}

export async function textsOf(...parameters: Parameters<typeof readBytesOf>): Promise<string[]> {
  return (await documentOf(...parameters)).blocks.map(({ text }) => text);
}

/** What a refused file is called; `read` when it is not refused. */
export async function problemOf(...parameters: Parameters<typeof readBytesOf>): Promise<string> {
  const outcome = await readBytesOf(...parameters);
  if (outcome.ok) return 'read';
  return outcome.error.code === 'unsupported' ? outcome.error.kind : outcome.error.code;
}
