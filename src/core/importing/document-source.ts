import { z } from 'zod';
import { documentFormats } from './read-document.ts';

/** Where the text of an imported document came from. Kept beside the text; losing it loses no text and no note. */
export const documentSourceSchema = z.object({
  /** Name of the imported file, without its folder. */
  fileName: z.string().max(400),
  format: z.enum(documentFormats),
  /** Encoding that a plain text or HTML was read in, as `TextDecoder` names it. */
  encoding: z.string().max(40).exactOptional(),
  /** ISO 8601 with offset. */
  importedAt: z.iso.datetime({ offset: true }),
});

export type DocumentSource = z.output<typeof documentSourceSchema>;
