import { z } from 'zod';
import { annotationIdSchema, documentIdSchema } from '../../core/annotation/annotation-schema.ts';
import { taskGroupings } from '../../core/ledger/group-tasks.ts';
import { ledgerColumns } from '../../core/ledger/ledger-rows.ts';
import { exportFormats } from '../../core/report/export-format.ts';
import { reportContents, reportLayouts } from '../../core/report/report-kinds.ts';
import { ledgerOrderSchema } from '../../core/settings/settings-schema.ts';
import { cancelled, none } from './shapes.ts';

/** What is to be exported. */
const exportOptionsSchema = z.strictObject({
  document: documentIdSchema,
  /** Chapter (top-level section) to export; absent for the whole document. */
  section: z.string().max(100).exactOptional(),
  /** Ids of the annotations to export; absent for all. */
  annotations: z.array(annotationIdSchema).max(100_000).exactOptional(),
  content: z.enum(reportContents),
  layout: z.enum(reportLayouts),
  /** Also list highlights that carry no note. */
  includeHighlights: z.boolean(),
  /** The columns of the ledger that are printed. */
  columns: z.array(z.enum(ledgerColumns)).min(1).max(40),
  /** What the ledger is grouped by; absent: one table. */
  group: z.enum(taskGroupings).exactOptional(),
  /** What the ledger is sorted by; absent: the order of the text. */
  order: ledgerOrderSchema.exactOptional(),
  /** Lines to be signed and sealed on at the end. */
  signature: z.boolean(),
  /** A list of its headings stands before it; absent: where there is much to be found. */
  hasContents: z.boolean().exactOptional(),
});

export const exportContract = {
  /** Builds the report and keeps it until the next one; the page shows it at `app://report/<report>/`. */
  'export.prepare': {
    input: exportOptionsSchema,
    output: z.object({ report: z.string(), entries: z.number(), orphans: z.number(), hasContents: z.boolean() }),
  },
  /** Asks where to, makes that very report a file and writes it. */
  'export.save': {
    input: z.strictObject({
      report: z.string().max(40),
      format: z.enum(exportFormats),
      /** One file for each department, in one zip. */
      byDepartment: z.boolean().exactOptional(),
    }),
    output: z.union([
      z.object({
        file: z.string(),
        name: z.string(),
        pages: z.number().exactOptional(),
        files: z.number().exactOptional(),
      }),
      cancelled,
    ]),
  },
  /** The PDF of that very report, as `export.save` writes it; `cancelled` when a file was wanted meanwhile. */
  'export.preview': {
    input: z.strictObject({ report: z.string().max(40) }),
    output: z.union([z.object({ pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }), cancelled]),
  },
  /** The PDF of that report is no longer looked at: it is not made on, and not kept. */
  'export.endPreview': { input: z.strictObject({ report: z.string().max(40) }), output: none },
  /** The first rows of that report as a sheet of a file. */
  'export.previewSheet': {
    input: z.strictObject({ report: z.string().max(40), format: z.enum(['xlsx', 'csv']) }),
    output: z.object({
      name: z.string(),
      columns: z.array(z.object({ letters: z.string(), title: z.string(), width: z.number(), isCentred: z.boolean() })),
      rows: z.array(z.array(z.string())),
      total: z.number(),
    }),
  },
  /** Opens the system's dialog for printing with that very report; answers when it was sent to the printer. */
  'export.print': {
    input: z.strictObject({ report: z.string().max(40) }),
    output: z.union([z.object({ printed: z.literal(true) }), cancelled]),
  },
  'export.cancel': { input: z.strictObject({ report: z.string().max(40) }), output: none },
  /** Shows an exported file in the file manager; `file` is the id that `export.save` answered. */
  'export.reveal': { input: z.strictObject({ file: z.string().max(40) }), output: none },
};

export type ExportOptions = z.output<typeof exportOptionsSchema>;
