import { join } from 'node:path';
import { z } from 'zod';
import { type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import { createJsonFile } from './json-file.ts';
import type { OwnFileOptions } from './settings-repository.ts';

/** Which sections of each document were read on this computer, in `read-sections.json` of the application's own folder. */
export interface ReadSections {
  list(document: string): Promise<Result<string[], OperationError>>;
  add(document: string, sections: readonly string[]): Promise<Result<null, OperationError>>;
}

/** Of one document; texts that were replaced leave the sections that they had. */
const most = 50_000;

const schema = z.object({
  schema: z.literal('read-sections/1'),
  /** By document, the digests in one text with spaces between them. */
  documents: z.record(z.string(), z.string()),
});
type Stored = z.output<typeof schema>;

export function createReadSections({ folder, ...options }: OwnFileOptions): ReadSections {
  const file = createJsonFile<Stored>({
    ...options,
    path: join(folder, 'read-sections.json'),
    schema,
    defaults: { schema: 'read-sections/1', documents: {} },
  });
  const sectionsOf = ({ documents }: Stored, document: string) =>
    Object.hasOwn(documents, document) ? (documents[document]?.split(' ').filter(Boolean) ?? []) : [];
  return {
    list: async (document) => {
      const stored = await file.read();
      if (stored.ok) return success(sectionsOf(stored.value.value, document));
      return stored.error.code === 'newer-version' ? success([]) : stored;
    },
    add: async (document, sections) => {
      const written = await file.change((stored) => {
        const all = [...new Set([...sectionsOf(stored, document), ...sections])].slice(-most);
        return { ...stored, documents: { ...stored.documents, [document]: all.join(' ') } };
      });
      return written.ok ? success(null) : written;
    },
  };
}
