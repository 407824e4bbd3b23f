import type { PlanDocument } from '#core/plan/plan';
import { planSchema } from '#core/plan/plan-schema';
import { failure, type Result, success } from '#core/text/result';
import type { FileSystem } from './file-system.ts';
import { withFile } from './open-file.ts';
import { parseJson } from './parse-json.ts';
import { errnoOf } from './storage-error.ts';

/** Larger files are no plans, in bytes: the longest text that is imported stays far below. */
const maximumPlanSize = 64_000_000;

export type PlanFileProblem = 'missing' | 'damaged' | 'unreadable';

/** Reads the plan of a document from a folder that other programs write to as well. Nothing is changed. */
export async function readPlanFile(
  fileSystem: FileSystem,
  path: string,
  document: string,
): Promise<Result<PlanDocument, PlanFileProblem>> {
  const bytes = await readSharedFile(fileSystem, path);
  if (!bytes.ok) return bytes;
  const plan = parsePlan(bytes.value, document);
  return plan === undefined ? failure('damaged') : success(plan);
}

/** The bytes of a plain file of reasonable size. */
export async function readSharedFile(
  fileSystem: FileSystem,
  path: string,
): Promise<Result<Uint8Array, PlanFileProblem>> {
  try {
    return await withFile(await fileSystem.open(path), async (file) => {
      const { size } = await file.stat();
      return size > maximumPlanSize ? failure<PlanFileProblem>('damaged') : success(await file.readFile());
    });
  } catch (error) {
    const errno = errnoOf(error);
    return failure(errno === 'ENOENT' || errno === 'ENOTDIR' ? 'missing' : 'unreadable');
  }
}

/** `undefined` when these bytes are no plan of this document. */
export function parsePlan(bytes: Uint8Array, document: string): PlanDocument | undefined {
  const plan = planSchema.safeParse(parseJson(bytes));
  return plan.success && plan.data.id === document ? plan.data : undefined;
}
