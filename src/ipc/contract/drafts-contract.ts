import { z } from 'zod';
import { annotationIdSchema, annotationSchema, documentIdSchema } from '../../core/annotation/annotation-schema.ts';
import { taskSchema } from '../../core/annotation/task.ts';
import { taskColumns } from '../../core/ledger/ledger-rows.ts';
import { none } from './shapes.ts';

/** Longest text of a draft, in UTF-16 units: another program's words may have been added to a note of full length. */
const maximumDraftLength = 1_000_000;
const text = z.string().max(maximumDraftLength);

const taskColumn = z.enum(taskColumns);

/** What has been typed into a note, or into a cell of the ledger, and is not saved yet. */
export const noteDraftSchema = z.strictObject({
  /** Id of the note. */
  id: annotationIdSchema,
  /** What the note is about: with it the words can become a new note, should theirs be gone. */
  note: annotationSchema.pick({
    document: true,
    documentTitle: true,
    motivation: true,
    label: true,
    tags: true,
    target: true,
    placement: true,
  }),
  body: text,
  /** A tag that is typed but not yet added; empty for none. */
  tag: z.string().max(400),
  /** The bodies that the file may have held for all this program did: what was saved, and what was being saved. */
  bases: z.array(text).min(1).max(2),
  /** Where it is a cell that is typed into: `body` is what is typed there, `seen` the task as it was when that began. */
  cell: z.strictObject({ column: taskColumn, seen: taskSchema }).exactOptional(),
});

export const draftsContract = {
  /** Keeps what has been typed so far; answered when it would outlive the end of the whole program. */
  'drafts.write': { input: noteDraftSchema, output: none },
  /** The drafts of a document's notes and tasks, in the order in which they were last written. */
  'drafts.list': { input: z.strictObject({ document: documentIdSchema }), output: z.array(noteDraftSchema) },
  /** The words are saved: the draft is not needed any more. */
  'drafts.discard': {
    input: z.strictObject({ id: annotationIdSchema, column: taskColumn.exactOptional() }),
    output: none,
  },
};

export type NoteDraft = z.output<typeof noteDraftSchema>;
