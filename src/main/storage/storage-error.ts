import type { ErrorCode, OperationError } from '#ipc/error-codes';

const codes: Record<string, ErrorCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'folder-read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EBUSY: 'file-busy',
  ETXTBSY: 'file-busy',
  EMFILE: 'too-many-open-files',
  ENFILE: 'too-many-open-files',
  ENAMETOOLONG: 'name-too-long',
  ENOENT: 'folder-missing',
};

/**
 * What a refusal (EACCES, EPERM) means at a step of saving. A folder that takes no new entry is read-only; but one that has
 * just taken the temporary file is not, so a refused rename means that somebody holds the old file open.
 */
const refusals: Record<string, ErrorCode> = {
  open: 'folder-read-only',
  mkdir: 'folder-read-only',
  rename: 'file-busy',
};

/** The error of a step of saving, as the reader is told. */
export function storageError(error: unknown): OperationError {
  if (error instanceof ChangedMeanwhileError) return { code: 'changed-elsewhere', detail: error.message };
  const errno = errnoOf(error);
  if (errno === undefined) return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
  const isRefusal = errno === 'EACCES' || errno === 'EPERM';
  const refusal = isRefusal ? refusals[systemCallOf(error) ?? ''] : undefined;
  return { code: refusal ?? codes[errno] ?? 'file-system', detail: errno };
}

/** The error of reading, as the reader is told. */
export function readingError(error: unknown): OperationError {
  const errno = errnoOf(error);
  if (errno === 'ENOENT') return { code: 'not-found', detail: errno };
  if (errno === 'EACCES' || errno === 'EPERM') return { code: 'no-permission', detail: errno };
  return storageError(error);
}

/** The symbolic name of a system error, e.g. `ENOSPC`. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function systemCallOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : undefined;
}

/** A file is shorter than what was written to it, though the system reported no error. */
export class IncompleteWriteError extends Error {
  readonly code = 'EIO';
}

/** Another program has changed a file between the moment it was read and the moment it was to be replaced. */
export class ChangedMeanwhileError extends Error {}
