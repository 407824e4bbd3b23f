import { z } from 'zod';
import type { ReadProblem } from '../../core/importing/read-document.ts';
import type { Workbook } from '../../core/sheet/workbook.ts';
import type { FileProblem } from './reading-contract.ts';
import { cancelled, none } from './shapes.ts';

/** A workbook, alone or out of an archive of several: its name, and what is in it or why it cannot be read. */
export type ReadWorkbook = { name: string } & ({ workbook: Workbook } | { problem: ReadProblem });

/** Ledgers that come back filled in; they are read in cells, one at a time. */
export const sheetContract = {
  /** Lets the reader choose files. Nothing of them is read yet. */
  'sheet.choose': {
    input: none,
    output: z.union([z.object({ files: z.array(z.object({ file: z.string(), name: z.string() })) }), cancelled]),
  },
  /** Reads one of the chosen files, which may be an archive of several: its values and nothing that could act. */
  'sheet.read': {
    input: z.strictObject({ file: z.string().max(40) }),
    output: z.union([
      z.object({ workbooks: z.custom<ReadWorkbook[]>() }),
      z.object({ problem: z.custom<FileProblem>() }),
    ]),
  },
  /** Ends what is being read. */
  'sheet.cancel': { input: none, output: none },
};
