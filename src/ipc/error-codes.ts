/** Why an operation failed. A closed list: each code has a Chinese sentence in `messages`, or the build fails. */
export const errorCodes = [
  /** The page sent something that the contract does not allow, or an unknown frame asked. */
  'invalid-input',
  /** A note, a passage or a list of tags is longer than a note file takes (`core/annotation/limits.ts`). */
  'too-long',
  'not-found',
  'plan-missing',
  'plan-damaged',
  /** The text of this hash is neither kept nor shipped. */
  'version-missing',
  /** The notes folder is not there: unplugged, renamed, not synchronised yet. */
  'folder-missing',
  'folder-read-only',
  'disk-full',
  'no-permission',
  /** Another program keeps the file open (EBUSY and its relatives), after all retries. */
  'file-busy',
  'too-many-open-files',
  'name-too-long',
  /** Any other error of the file system; `detail` has its code. */
  'file-system',
  /** The file was changed by another program since it was read; nothing was overwritten. */
  'changed-elsewhere',
  'note-unreadable',
  /** A snapshot that is not what it should be; nothing of it was used. */
  'snapshot-damaged',
  /** A snapshot with more or larger files than any that this program makes. */
  'snapshot-too-large',
  /** A newer version of the program wrote the file; it is left as it is. */
  'newer-version',
  'export-empty',
  'export-failed',
  /** No printer, or it refused; `detail` has the engine's word. */
  'print-failed',
  'link-refused',
  /** A defect of the program. */
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface OperationError {
  code: ErrorCode;
  /** Untranslated particulars for a second line, such as a path or an errno. */
  detail?: string;
}
