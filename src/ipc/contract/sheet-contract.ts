import { z } from 'zod';
import type { Workbook } from '../../core/sheet/workbook.ts';
import type { FileProblem } from './reading-contract.ts';
import { cancelled, none } from './shapes.ts';

/** A ledger that comes back filled in; it is read in a cell, one at a time. */
export const sheetContract = {
  /** Lets the reader choose a file. Nothing of it is read yet. */
  'sheet.choose': { input: none, output: z.union([z.object({ file: z.string(), name: z.string() }), cancelled]) },
  /** Reads the chosen file: its values and nothing that could act. */
  'sheet.read': {
    input: z.strictObject({ file: z.string().max(40) }),
    output: z.union([z.object({ workbook: z.custom<Workbook>() }), z.object({ problem: z.custom<FileProblem>() })]),
  },
  /** Ends what is being read. */
  'sheet.cancel': { input: none, output: none },
};
