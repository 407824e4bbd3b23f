import { z } from 'zod';
import { cancelled } from './shapes.ts';

const cell = z.string().max(4000);

const clause = z.strictObject({ number: z.string().max(200), heading: cell, body: cell });
const row = z.strictObject({
  match: z.enum(['found', 'possible', 'missing']),
  required: clause,
  answer: clause.nullable(),
});

export const comparisonContract = {
  /** Makes the table a report, to be shown at `app://report/<report>/` and saved by `export.save`. */
  'comparison.prepareTable': {
    input: z.strictObject({
      required: z.string().max(500),
      answering: z.string().max(500),
      rows: z.array(row).min(1).max(20_000),
    }),
    output: z.object({ report: z.string() }),
  },
  /** Asks where to and writes a table as CSV; the first row has the names of the columns. `file` is for `export.reveal`. */
  'comparison.saveTable': {
    input: z.strictObject({
      title: z.string().trim().min(1).max(500),
      rows: z.array(z.array(cell).min(1).max(12)).min(1).max(50_000),
    }),
    output: z.union([z.object({ file: z.string(), name: z.string(), entries: z.number() }), cancelled]),
  },
};
