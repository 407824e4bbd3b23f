import type { ReadProblem } from '#core/importing/read-document';
import { type Workbook, workbookLimits } from '#core/sheet/workbook';
import { failure, type Result, success } from '#core/text/result';
import { Unreadable } from './readers/reader.ts';
import { readXlsx } from './readers/xlsx.ts';
import { sniffFormat } from './sniff-format.ts';

/** Turns the bytes of any file into the values of a workbook. Never throws: whatever happens is a problem of the file. */
export function readWorkbook(
  bytes: Uint8Array,
  onProgress: (done: number, total: number) => void,
): Result<Workbook, ReadProblem> {
  try {
    if (bytes.length > workbookLimits.bytes) throw new Unreadable('too-large');
    const sniffed = sniffFormat(bytes, '');
    if ('problem' in sniffed) throw new Unreadable(sniffed.problem);
    if (sniffed.format !== 'zip') throw new Unreadable({ code: 'unsupported', kind: 'other-office' });
    return success(readXlsx(bytes, onProgress));
  } catch (error) {
    return failure(error instanceof Unreadable ? error.problem : { code: 'broken' });
  }
}
