import { z } from 'zod';
import type { FileProblem } from './reading-contract.ts';
import { cancelled, none } from './shapes.ts';

/** A ledger that comes back filled in; it is read in a cell, one at a time. */
export const sheetContract = {
  /** Lets the reader choose a file. Nothing of it is read yet. */
  'sheet.choose': { input: none, output: z.union([z.object({ file: z.string(), name: z.string() }), cancelled]) },
  /** Reads the chosen file: its values as JSON of a `Workbook`, since a long ledger would hold the page up as objects. */
  'sheet.read': {
    input: z.strictObject({ file: z.string().max(40) }),
    output: z.union([z.object({ workbook: z.string() }), z.object({ problem: z.custom<FileProblem>() })]),
  },
  /** Ends what is being read. */
  'sheet.cancel': { input: none, output: none },
};
