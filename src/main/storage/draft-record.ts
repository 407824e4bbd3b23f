import { hashOf } from './note-files.ts';

/*
 * A journal is a list of lines, each with the length in bytes and the checksum of the JSON that follows on it. A line that was
 * cut off, in a journal that was written on later, is recognised and skipped.
 */

const line = /^(\d+) ([0-9a-f]{16}) (.*)$/su;

/** One line of a journal. */
export function encodeRecord(content: object): string {
  const json = JSON.stringify(content);
  return `${Buffer.byteLength(json)} ${checksum(json)} ${json}\n`;
}

/** The whole records of a journal, in their order. */
export function decodeRecords(bytes: Uint8Array): object[] {
  return Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .flatMap((text) => decodeLine(text) ?? []);
}

function decodeLine(text: string): object | undefined {
  const [, length, sum, json = ''] = line.exec(text) ?? [];
  if (length === undefined || Buffer.byteLength(json) !== Number(length) || checksum(json) !== sum) return undefined;
  const content: unknown = JSON.parse(json);
  return typeof content === 'object' && content !== null ? content : undefined;
}

function checksum(json: string): string {
  return hashOf(json).slice(0, 16);
}
