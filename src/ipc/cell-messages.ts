import type { EncodingLabel, ReadDocument, ReadProblem } from '#core/importing/read-document';
import type { TextBlock } from '#core/outline/text-block';
import type { Sheet, SheetRow } from '#core/sheet/workbook';

/** The name under which the one port of a cell is handed over. */
export const cellPort = 'cell-port';

/** What the main process hands to a cell: one file, once. */
export interface CellRequest {
  name: string;
  bytes: Uint8Array;
  encoding?: EncodingLabel;
  /** It is read as a workbook or an archive of workbooks, not as a document. */
  isWorkbook?: true;
}

/** What a cell answers. Blocks and rows come in portions, so that checking them never holds up the main process. */
export type CellResponse =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'blocks'; blocks: TextBlock[] }
  | { kind: 'read'; document: Omit<ReadDocument, 'blocks'> }
  /** A workbook begins, or cannot be read. */
  | { kind: 'workbook'; name: string; problem?: ReadProblem }
  /** Of the latest workbook. */
  | { kind: 'sheet'; sheet: Omit<Sheet, 'rows'> }
  /** Of the latest sheet. */
  | { kind: 'rows'; rows: SheetRow[] }
  /** There are no more. */
  | { kind: 'workbooks' }
  | { kind: 'problem'; problem: ReadProblem };
