import { z } from 'zod';
import { cancelled } from './shapes.ts';

const cell = z.string().max(4000);

export const comparisonContract = {
  /** Asks where to and writes a table as CSV; the first row has the names of the columns. `file` is for `export.reveal`. */
  'comparison.saveTable': {
    input: z.strictObject({
      title: z.string().trim().min(1).max(500),
      rows: z.array(z.array(cell).min(1).max(12)).min(1).max(50_000),
    }),
    output: z.union([z.object({ file: z.string(), name: z.string(), entries: z.number() }), cancelled]),
  },
};
