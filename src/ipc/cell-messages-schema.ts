import { z } from 'zod';
import {
  contentProblems,
  documentFormats,
  documentLimits,
  encodingLabels,
  remarkCodes,
  unsupportedKinds,
} from '#core/importing/read-document';
import { longestCell } from '#core/sheet/sheet-text';
import { workbookLimits } from '#core/sheet/workbook';

const count = z.number().int().nonnegative();

const block = z.strictObject({
  text: z.string().max(documentLimits.characters),
  hint: z
    .strictObject({
      headingLevel: z.number().int().min(1).max(9).optional(),
      fontSize: z.number().positive().max(10_000).optional(),
      isBold: z.literal(true).optional(),
      page: z.number().int().positive().optional(),
      role: z.enum(['row', 'contents', 'box', 'note']).optional(),
    })
    .optional(),
});

const place = {
  column: z.number().int().min(0).max(workbookLimits.columns),
  isFormula: z.literal(true).exactOptional(),
};
const sheetText = z.string().max(longestCell);

const row = z.strictObject({
  number: z.number().int().positive().max(1_048_576),
  cells: z
    .array(
      z.union([
        z.strictObject({ ...place, kind: z.enum(['text', 'day', 'error']), value: sheetText }),
        z.strictObject({ ...place, kind: z.enum(['number', 'percent']), value: z.number() }),
      ]),
    )
    .max(workbookLimits.columns),
});

const merge = z.strictObject({ top: count, bottom: count, left: count, right: count });

const problem = z.union([
  z.strictObject({ code: z.enum(contentProblems) }),
  z.strictObject({ code: z.literal('unsupported'), kind: z.enum(unsupportedKinds) }),
]);

const label = z.enum(encodingLabels);

const encoding = z.strictObject({
  label,
  isSure: z.boolean(),
  alternatives: z.array(z.strictObject({ label, preview: z.string().max(2_000) })).max(encodingLabels.length),
});

/**
 * What may come out of a cell, checked in the main process: plain data, nothing beside it, and never HTML. A cell has read
 * a hostile file, so that what it says is believed no more than the file.
 */
export const cellResponseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), done: count, total: count }),
  z.strictObject({ kind: z.literal('blocks'), blocks: z.array(block).max(documentLimits.blocks) }),
  z.strictObject({
    kind: z.literal('read'),
    document: z.strictObject({
      format: z.enum(documentFormats),
      encoding: encoding.optional(),
      pages: z.number().int().positive().max(1_000_000).optional(),
      remarks: z.array(z.enum(remarkCodes)).max(remarkCodes.length),
    }),
  }),
  z.strictObject({
    kind: z.literal('sheet'),
    sheet: z.strictObject({
      name: z.string().max(200),
      isHidden: z.boolean(),
      merges: z.array(merge).max(workbookLimits.merges),
    }),
  }),
  z.strictObject({ kind: z.literal('rows'), rows: z.array(row).min(1).max(workbookLimits.rows) }),
  z.strictObject({
    kind: z.literal('workbook'),
    name: z.string().max(workbookLimits.name),
    problem: problem.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('workbooks') }),
  z.strictObject({ kind: z.literal('problem'), problem }),
]);

/** One of them, checked. */
export type CheckedResponse = z.output<typeof cellResponseSchema>;
