import type { TaskAnnotation } from '#core/annotation/task';
import { compareSheet } from '#core/sheet/compare-sheet';
import { type FileReading, joinReadings } from '#core/sheet/join-readings';
import type { SheetProblem, SheetReading } from '#core/sheet/sheet-reading';
import type { Workbook } from '#core/sheet/workbook';
import type { OperationOutput } from '#ipc/contract';
import type { FileProblem } from '#ipc/contract/reading-contract';
import type { ReadWorkbook } from '#ipc/contract/sheet-contract';
import { messages } from '#messages/zh-CN';
import { statusName } from './task-words.ts';
import { localDay } from './use-ledger.ts';

/** A file that nothing is taken from, and why. */
export interface RefusedFile {
  name: string;
  problem: FileProblem | SheetProblem;
}

/** What was read of a file, or why it was not. */
export type ReadSheetFile = ReadWorkbook | RefusedFile;

/** The workbooks that a chosen file turned out to be, under names that tell them apart. */
export function workbooksOf(
  name: string,
  answer: Exclude<OperationOutput<'sheet.read'>, { cancelled: true }>,
  isAlone: boolean,
): ReadSheetFile[] {
  if ('problem' in answer) return [{ name, problem: answer.problem }];
  const { workbooks } = answer;
  const nameOf = (inside: string) =>
    isAlone || inside === name ? inside : messages.sheet.importing.inside(name, inside);
  return workbooks.map((workbook) => ({ ...workbook, name: nameOf(workbook.name) }));
}

interface Ledger {
  document: string;
  tasks: readonly TaskAnnotation[];
}

/** What the files would change together, and which of them nothing is taken from; of one file its reading, or why there is none. */
export function readSheets(
  files: readonly ReadSheetFile[],
  ledger: Ledger,
): { reading: SheetReading; refused: RefusedFile[] } | RefusedFile {
  const [first] = files;
  const read: FileReading[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const outcome = 'problem' in file ? file : outcomeOf(file.name, file.workbook, ledger);
    if ('problem' in outcome) refused.push(outcome);
    else read.push(outcome);
  }
  if (first === undefined || files.length > 1) return { reading: joinReadings(read), refused };
  return refused[0] ?? { reading: read[0]?.reading ?? joinReadings([]), refused: [] };
}

function outcomeOf(name: string, workbook: Workbook, { document, tasks }: Ledger): FileReading | RefusedFile {
  const compared = compareSheet({
    workbook,
    document,
    tasks,
    today: localDay(),
    titles: { id: messages.sheet.file.id, columns: messages.report.columns },
    words: { ...messages.report, label: (id) => id, status: statusName },
    cut: messages.sheet.file.cut,
  });
  return compared.ok ? { file: name, reading: compared.value } : { name, problem: compared.error };
}
