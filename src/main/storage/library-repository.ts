import { join } from 'node:path';
import { documentIdSchema } from '#core/annotation/annotation-schema';
import type { PlanDocument } from '#core/plan/plan';
import { planSchema } from '#core/plan/plan-schema';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import { parseJson } from './parse-json.ts';
import { errnoOf, readingError } from './storage-error.ts';

/** The plans that ship with the application. */
export interface LibraryRepository {
  open(document: string): Promise<Result<PlanDocument, OperationError>>;
}

export interface LibraryOptions {
  /** The folder `resources`, with `plans/<document id>/plan.json` in it. */
  resources: string;
  /** Packages keep their resources in one archive file, which only the plain reading calls see into. */
  readFile: (path: string) => Promise<Uint8Array>;
}

export function createLibraryRepository({ resources, readFile }: LibraryOptions): LibraryRepository {
  return {
    open: async (document) => {
      if (!documentIdSchema.safeParse(document).success) return failure({ code: 'plan-missing', detail: document });
      const path = join(resources, 'plans', document, 'plan.json');
      let bytes: Uint8Array;
      try {
        bytes = await readFile(path);
      } catch (error) {
        return failure(errnoOf(error) === 'ENOENT' ? { code: 'plan-missing', detail: path } : readingError(error));
      }
      const plan = planSchema.safeParse(parseJson(bytes));
      if (!plan.success || plan.data.id !== document) return failure({ code: 'plan-damaged', detail: path });
      return success(plan.data);
    },
  };
}
