import { z } from 'zod';
import { annotationIdSchema, documentIdSchema } from '../../core/annotation/annotation-schema.ts';
import { cancelled, none } from './shapes.ts';

/** What is to be exported. */
const exportOptionsSchema = z.strictObject({
  document: documentIdSchema,
  /** Chapter (top-level section) to export; absent for the whole document. */
  section: z.string().max(100).exactOptional(),
  /** Ids of the annotations to export; absent for all. */
  annotations: z.array(annotationIdSchema).max(100_000).exactOptional(),
  layout: z.enum(['official', 'plain']),
  /** Also list highlights that carry no note. */
  includeHighlights: z.boolean(),
});

export const exportContract = {
  /** Builds the report and keeps it until the next one; the page shows it at `app://report/<report>/`. */
  'export.prepare': {
    input: exportOptionsSchema,
    output: z.object({ report: z.string(), entries: z.number(), orphans: z.number() }),
  },
  /** Asks where to, prints that very report and writes the file. */
  'export.savePdf': {
    input: z.strictObject({ report: z.string().max(40) }),
    output: z.union([z.object({ file: z.string(), name: z.string(), pages: z.number() }), cancelled]),
  },
  'export.cancel': { input: z.strictObject({ report: z.string().max(40) }), output: none },
  /** Shows an exported file in the file manager; `file` is the id that `export.savePdf` answered. */
  'export.reveal': { input: z.strictObject({ file: z.string().max(40) }), output: none },
};

export type ExportOptions = z.output<typeof exportOptionsSchema>;
