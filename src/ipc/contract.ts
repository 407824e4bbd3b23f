import { z } from 'zod';
import {
  annotationChangeSchema,
  annotationDraftSchema,
  annotationIdSchema,
  annotationSchema,
  documentIdSchema,
} from '../core/annotation/annotation-schema.ts';
import { planSchema } from '../core/plan/plan-schema.ts';
import { settingsChangeSchema, settingsSchema, viewStateSchema } from '../core/settings/settings-schema.ts';
import type { Result } from '../core/text/result.ts';
import type { OperationError } from './error-codes.ts';
import type { OperationName } from './operations.ts';

const none = z.null();
const path = z.string();
const cancelled = z.object({ cancelled: z.literal(true) });

/** A file in the notes folder that could not be read; it is left exactly as it is. */
const unreadableFile = z.object({
  /** Absolute path, for display only. */
  path,
  reason: z.enum(['too-large', 'not-text', 'no-header', 'bad-header', 'missing-field', 'no-permission', 'io']),
});

const folderStatus = z.object({ path, state: z.enum(['ready', 'missing', 'read-only']) });

/** What is to be exported. */
export const exportOptionsSchema = z.strictObject({
  document: documentIdSchema,
  /** Chapter (top-level section) to export; absent for the whole document. */
  section: z.string().max(100).exactOptional(),
  layout: z.enum(['official', 'plain']),
  /** Also list highlights that carry no note. */
  includeHighlights: z.boolean(),
});

/** Every operation with the shape of what goes in and what comes out; handlers and `window.api` are typed from it. */
export const contract = {
  'library.open': { input: z.strictObject({ document: documentIdSchema }), output: planSchema },
  'annotations.list': {
    input: z.strictObject({ document: documentIdSchema }),
    output: z.object({ annotations: z.array(annotationSchema), unreadable: z.array(unreadableFile) }),
  },
  'annotations.create': {
    input: annotationDraftSchema,
    output: annotationSchema,
  },
  'annotations.change': {
    /** `base`: what the fields were that the reader changes, when the reader began. */
    input: z.strictObject({ id: annotationIdSchema, change: annotationChangeSchema, base: annotationChangeSchema }),
    output: annotationSchema,
  },
  /** Moves the note to the recycle bin. */
  'annotations.remove': { input: z.strictObject({ id: annotationIdSchema }), output: annotationSchema },
  /** Brings a removed note back. */
  'annotations.restore': { input: z.strictObject({ id: annotationIdSchema }), output: annotationSchema },
  'notesFolder.status': { input: none, output: folderStatus },
  /** Lets the reader choose a folder in a system dialog and uses it from then on. */
  'notesFolder.choose': { input: none, output: z.union([folderStatus, cancelled]) },
  'notesFolder.reveal': { input: none, output: none },
  'settings.read': {
    input: none,
    /** `reset`: the stored settings were damaged; they were set aside and the defaults are in use. */
    output: z.object({ settings: settingsSchema, reset: z.boolean() }),
  },
  'settings.change': { input: settingsChangeSchema, output: settingsSchema },
  'viewState.read': { input: none, output: viewStateSchema },
  'viewState.write': { input: viewStateSchema, output: none },
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
  /** Opens a web or mail address in the system's program, after a dialog that shows where it leads. */
  'links.open': { input: z.strictObject({ url: z.string().max(2000) }), output: none },
  'clipboard.writeText': { input: z.strictObject({ text: z.string().max(1_000_000) }), output: none },
  'application.information': {
    input: none,
    output: z.object({ version: z.string(), electron: z.string(), chrome: z.string(), platform: z.string() }),
  },
  /** Answers the `flush` event: everything typed has been saved (`unsaved: 0`), or so many notes could not be. */
  'application.flushed': { input: z.strictObject({ unsaved: z.number().int().nonnegative() }), output: none },
  'application.toggleFullScreen': { input: none, output: none },
  /** Closes the window as its button does: what is being typed is saved first. */
  'application.quit': { input: none, output: none },
} satisfies Record<OperationName, { input: z.ZodType; output: z.ZodType }>;

type Contract = typeof contract;
export type OperationInput<Name extends OperationName> = z.output<Contract[Name]['input']>;
export type OperationOutput<Name extends OperationName> = z.output<Contract[Name]['output']>;
export type OperationResult<Name extends OperationName> = Result<OperationOutput<Name>, OperationError>;

/** What the main process implements. */
export type Handlers = {
  [Name in OperationName]: (input: OperationInput<Name>) => Promise<OperationResult<Name>>;
};

/** What the page calls. */
export type Operations = {
  [Name in OperationName]: (input: OperationInput<Name>) => Promise<OperationResult<Name>>;
};

export type UnreadableFile = z.output<typeof unreadableFile>;
export type FolderStatus = z.output<typeof folderStatus>;
export type ExportOptions = z.output<typeof exportOptionsSchema>;
