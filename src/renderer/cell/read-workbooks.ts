import type { ReadProblem } from '#core/importing/read-document';
import { type Workbook, workbookLimits } from '#core/sheet/workbook';
import { failure, type Result, success } from '#core/text/result';
import type { ReadWorkbook } from '#ipc/contract/sheet-contract';
import { openZip, type ZipParts } from './readers/docx/zip-parts.ts';
import { Unreadable } from './readers/reader.ts';
import { readXlsx, type WorkbookSizes } from './readers/xlsx.ts';
import { sniffFormat } from './sniff-format.ts';

type OnProgress = (done: number, total: number) => void;

/** Files whose names say that they are workbooks, of this or an older kind: an archive with one of them is one of workbooks. */
const workbookName = /\.(?:xls[xmb]?|et)$/i;
/** What file managers and offices leave in archives. */
const leftover = /(?:^|\/)(?:__MACOSX\/|\.[^./]|~\$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Turns the bytes of any file into the values of its workbook, or of each workbook in an archive of them. Never throws: whatever
 * happens is a problem of the file.
 */
export function* readWorkbooks(
  name: string,
  bytes: Uint8Array,
  onProgress: OnProgress,
): Generator<ReadWorkbook, Result<null, ReadProblem>> {
  const parts = attempt(() => openedZip(bytes));
  if (!parts.ok) return parts;
  const sizes: WorkbookSizes = { cells: 0, characters: 0 };
  if (!isArchive(parts.value)) {
    const workbook = attempt(() => readXlsx(parts.value, sizes, onProgress));
    if (!workbook.ok) return workbook;
    yield { name: shownName(name), workbook: workbook.value };
    return success(null);
  }
  const names = attempt(() => filesOf(parts.value));
  if (!names.ok) return names;
  for (const [index, file] of names.value.entries()) {
    const tell: OnProgress = (done, total) =>
      onProgress(index * 1000 + Math.round((done / Math.max(1, total)) * 1000), names.value.length * 1000);
    const workbook = attempt(() => readInside(parts.value, file, sizes, tell));
    const shown = shownName(file);
    yield workbook.ok ? { name: shown, workbook: workbook.value } : { name: shown, problem: workbook.error };
  }
  return success(null);
}

function openedZip(bytes: Uint8Array, isInside?: ZipParts): ZipParts {
  if (bytes.length > workbookLimits.bytes) throw new Unreadable('too-large');
  const sniffed = sniffFormat(bytes, '');
  if ('problem' in sniffed) throw new Unreadable(sniffed.problem);
  if (sniffed.format !== 'zip') throw new Unreadable({ code: 'unsupported', kind: 'other-office' });
  return openZip(bytes, isInside?.opened);
}

function isArchive({ names }: ZipParts): boolean {
  return !names.includes('[Content_Types].xml') && names.some((name) => workbookName.test(name));
}

function filesOf({ names, isDoubled }: ZipParts): string[] {
  const files = names.filter((name) => !name.endsWith('/') && !leftover.test(name));
  if (isDoubled) throw new Unreadable('broken');
  if (files.length > workbookLimits.files) throw new Unreadable('too-many-parts');
  return files;
}

/** A workbook inside an archive; what is in it counts together with the others. An archive in it is not opened. */
function readInside(parts: ZipParts, name: string, sizes: WorkbookSizes, onProgress: OnProgress): Workbook {
  const pieces: Uint8Array[] = [];
  let size = 0;
  parts.read(name, (piece) => {
    size += piece.length;
    if (size > workbookLimits.bytes) throw new Unreadable('too-large');
    pieces.push(piece.slice());
  });
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return readXlsx(openedZip(bytes, parts), sizes, onProgress);
}

/** A name as it can be shown: never used as a path. */
function shownName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(-workbookLimits.name);
}

function attempt<Value>(work: () => Value): Result<Value, ReadProblem> {
  try {
    return success(work());
  } catch (error) {
    return failure(error instanceof Unreadable ? error.problem : { code: 'broken' });
  }
}
