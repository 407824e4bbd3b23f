import { z } from 'zod';
import { type Corrections, longestName } from './corrections.ts';
import { highestOrdinal } from './numeral.ts';
import { decidedRoles } from './text-block.ts';

/** Most corrections of one document; more are no longer the work of a reader. */
const mostCorrections = 20_000;
const deepestLevel = 300;
const longestText = 100_000_000;

const block = z.strictObject({
  text: z.string().max(longestName),
  occurrence: z.number().int().nonnegative().max(longestText),
  occurrences: z.number().int().positive().max(longestText),
  before: z.string().max(longestName),
});

/** Checks corrections read from disk or sent by the page. */
export const correctionsSchema = z.strictObject({
  schema: z.literal('corrections/1'),
  corrections: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('heading'), block, level: z.number().int().positive().max(deepestLevel) }),
        z.strictObject({ kind: z.literal('text'), block }),
        z.strictObject({ kind: z.literal('role'), block, role: z.enum(decidedRoles) }),
        z.strictObject({
          kind: z.literal('number'),
          block,
          number: z.number().int().positive().max(highestOrdinal),
        }),
        z.strictObject({ kind: z.literal('merge'), block }),
        z.strictObject({ kind: z.literal('split'), block, at: z.number().int().positive().max(longestText) }),
      ]),
    )
    .max(mostCorrections),
}) satisfies z.ZodType<Corrections>;
