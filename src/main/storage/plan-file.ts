import type { PlanDocument } from '#core/plan/plan';
import { planSchema, planVersion } from '#core/plan/plan-schema';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { FileSystem } from './file-system.ts';
import { migrateJson } from './json-migrations.ts';
import { withFile } from './open-file.ts';
import { parseJson } from './parse-json.ts';
import { errnoOf, storageError } from './storage-error.ts';

/** Larger files are no plans, in bytes: the longest text that is imported stays far below. */
const maximumPlanSize = 64_000_000;

export type PlanFileProblem = 'missing' | 'damaged' | 'unreadable' | 'newer-version';

/** Reads the plan of a document from a folder that other programs write to as well. Nothing is changed. */
export async function readPlanFile(
  fileSystem: FileSystem,
  path: string,
  document: string,
): Promise<Result<PlanDocument, PlanFileProblem>> {
  const bytes = await readSharedFile(fileSystem, path);
  if (!bytes.ok) return bytes;
  return parsePlan(bytes.value, document);
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

/** The plan of this document; it is damaged when these bytes are none, or one of another document. */
export function parsePlan(
  bytes: Uint8Array,
  document: string,
): Result<PlanDocument, Extract<PlanFileProblem, 'damaged' | 'newer-version'>> {
  const stored = migrateJson(parseJson(bytes), planVersion);
  if (stored === 'newer') return failure('newer-version');
  const plan = planSchema.safeParse(stored);
  return plan.success && plan.data.id === document ? success(plan.data) : failure('damaged');
}

/** Both come from the schema, which puts their keys in order: as text they are compared in a fraction of the time. */
export function isSamePlan(one: PlanDocument, other: PlanDocument): boolean {
  return one.blocks.length === other.blocks.length && JSON.stringify(one) === JSON.stringify(other);
}

/** A text that cannot be read is not written over: it may be all that is left of something. Answers where it is now. */
export async function setPlanAside(
  fileSystem: FileSystem,
  path: string,
  now: Date,
): Promise<Result<string, OperationError>> {
  const moment = now.toISOString().replace(/[:.]/g, '-');
  const aside = path.replace(/\.json$/, `.damaged-${moment}.json`);
  try {
    await fileSystem.rename(path, aside);
    return success(aside);
  } catch (error) {
    return failure(storageError(error));
  }
}
