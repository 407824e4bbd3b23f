import { join } from 'node:path';
import { type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { DataFolder } from './data-folder.ts';
import { createJsonFile } from './json-file.ts';
import {
  type DocumentFacts,
  readSectionsSchema,
  type StoredSections,
  sectionsOf,
  withoutLeftovers,
  withSections,
} from './read-sections-record.ts';
import type { OwnFileOptions } from './settings-repository.ts';

/** Which sections of each document were read on this computer, in `read-sections.json` of the application's own folder. */
export interface ReadSections {
  list(document: string): Promise<Result<string[], OperationError>>;
  add(document: string, sections: readonly string[]): Promise<Result<null, OperationError>>;
  /**
   * Looks once a day for what can go: `learn` says what is known of the documents that were read, by their ids, with the sections
   * that were read of each.
   */
  tidy(
    look: { home: string; day: string },
    learn: (read: ReadonlyMap<string, readonly string[]>) => Promise<ReadonlyMap<string, DocumentFacts>>,
  ): Promise<Result<null, OperationError>>;
}

export interface ReadSectionsOptions extends OwnFileOptions {
  dataFolder: Pick<DataFolder, 'locate'>;
}

export function createReadSections({ folder, dataFolder, ...options }: ReadSectionsOptions): ReadSections {
  const file = createJsonFile<StoredSections>({
    ...options,
    path: join(folder, 'read-sections.json'),
    schema: readSectionsSchema,
    defaults: { schema: 'read-sections/1', documents: {} },
  });
  return {
    list: async (document) => {
      const stored = await file.read();
      if (stored.ok) return success(sectionsOf(stored.value.value, document));
      return stored.error.code === 'newer-version' ? success([]) : stored;
    },
    add: async (document, sections) => {
      const located = await dataFolder.locate();
      const home = located.ok ? located.value : '';
      const written = await file.change((stored) => withSections(stored, document, { sections, home }));
      return written.ok ? success(null) : written;
    },
    tidy: async (look, learn) => {
      const present = await file.read();
      if (!present.ok) return present;
      const { value } = present.value;
      const documents = Object.keys(value.documents);
      if (value.lookedAt === look.day || documents.length === 0) return success(null);
      const facts = await learn(new Map(documents.map((document) => [document, sectionsOf(value, document)])));
      const written = await file.change((stored) => withoutLeftovers(stored, facts, look));
      return written.ok ? success(null) : written;
    },
  };
}
