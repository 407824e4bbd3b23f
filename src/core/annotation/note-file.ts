import { failure, type Result, success } from '../text/result.ts';
import type { Annotation, Motivation, Selectors } from './annotation.ts';
import { annotationIdSchema, annotationSchema, selectorsSchema } from './annotation-schema.ts';
import { labelFromFile, labelToFile } from './label.ts';
import { maximumBodyLength } from './limits.ts';
import { migrateNote, newestNoteSchema, noteMigrations, noteVersion } from './migrations.ts';
import { type HeaderEntry, splitHeader } from './note-header.ts';
import { type HeaderValue, quoteHeaderText, readHeaderValue } from './note-header-value.ts';
import { isPlacedKey, type PlacedKey, placedKey, selectorKeys } from './placed-keys.ts';
import { isTaskKey, readTask, taskValues } from './task-keys.ts';
import { asField, isRecordKey, readTaskRecord, recordValues, shorterRecords } from './task-record.ts';
import { timestampFromId } from './timestamp.ts';

/** A header entry that this program does not know, as the very lines it was read from. */
export type ForeignEntry = Pick<HeaderEntry, 'key' | 'source'>;

/** What a note file holds. */
export interface NoteFile {
  annotation: Annotation;
  /** Unknown header entries in their order; they are written back after the known ones. */
  extra: ForeignEntry[];
  /** The version of the format that the file is of, where that is not the newest. Written is always the newest. */
  migratedFrom?: number;
}

/** Why a file is not a note that can be read. */
export type NoteFileProblem = 'too-large' | 'not-text' | 'no-header' | 'bad-header' | 'missing-field' | 'newer-version';

/** What the place of a file says about the note in it, for keys that its header lacks. */
export interface NoteFilePlace {
  /** The file's name. */
  name?: string;
  /** Id of the document in whose folder the file lies. */
  document?: string;
}

/** Longest header, in UTF-16 units, without its two `---` lines. */
export const maximumHeaderLength = 65_536;
/** Largest note file in bytes: the longest header and the longest body at three bytes a unit, with room to spare. */
export const maximumNoteFileSize = 2_000_000;

/** The known keys in the order in which they are written. */
const knownKeys = [
  'schema',
  'id',
  'document',
  'documentTitle',
  'created',
  'modified',
  'author',
  'device',
  'rev',
  'motivation',
  'label',
  'tags',
  ...selectorKeys,
] as const;
type KnownKey = (typeof knownKeys)[number];
type Fields = Partial<Record<KnownKey | PlacedKey, HeaderValue>>;

/** Reads a note file. Tolerant: what can be known otherwise may be missing; the order and form of keys are free. */
export function parseNoteFile(
  text: string,
  place: NoteFilePlace = {},
  migrations = noteMigrations,
): Result<NoteFile, NoteFileProblem> {
  if (text.includes('\0')) return failure('not-text');
  const parts = divide(text.startsWith('\ufeff') ? text.slice(1) : text);
  if (!parts.ok) return parts;
  const written = splitHeader(parts.value.header);
  if (written === undefined) return failure('bad-header');
  const newest = migrations.length + 1;
  const version = versionOf(written, newest);
  if (version === undefined) return failure('bad-header');
  // Whatever a newer version means by its keys, this one would write it back in its own way.
  if (version > newest) return failure('newer-version');
  const { entries, body } = migrateNote({ entries: written, body: parts.value.body }, version, migrations);
  const parsed = fromEntries(entries, body, place);
  return parsed.ok && version < newest ? success({ ...parsed.value, migratedFrom: version }) : parsed;
}

/** A file that does not say its version is taken for one of the newest. */
function versionOf(entries: readonly HeaderEntry[], newest: number): number | undefined {
  const schema = entries.find(({ key }) => key === 'schema');
  if (schema === undefined) return newest;
  return noteVersion(text(readHeaderValue(schema.written)) ?? '');
}

function fromEntries(
  entries: readonly HeaderEntry[],
  body: string,
  place: NoteFilePlace,
): Result<NoteFile, NoteFileProblem> {
  const fields: Fields = {};
  const taskFields = new Map<string, HeaderValue>();
  let isPlacementReadable = true;
  for (const { key, written } of entries) {
    const isOfTask = isTaskKey(key) || isRecordKey(key);
    if (!isKnownKey(key) && !isPlacedKey(key) && !isOfTask) continue;
    const value = readHeaderValue(written);
    if (isOfTask) {
      if (value !== undefined) taskFields.set(key, value);
      continue;
    }
    if (value !== undefined) fields[key] = value;
    else if (isKnownKey(key)) return failure('bad-header');
    else isPlacementReadable = false;
  }
  const annotation = toAnnotation(fields, body, place);
  if (!annotation.ok) return annotation;
  const placement = isPlacementReadable ? toPlacement(fields, annotation.value.target) : undefined;
  const told = readTask(taskFields);
  const { record, keys: recordKeys } = readTaskRecord(taskFields);
  // A placement, or a field of a task, that cannot be read does not make the note unreadable; its lines are kept as they are.
  const isRead = (key: string) =>
    isKnownKey(key) ||
    (placement !== undefined && isPlacedKey(key)) ||
    told?.keys.has(key) === true ||
    recordKeys.has(key);
  const extra = entries.filter(({ key }) => !isRead(key));
  return success({
    annotation: {
      ...annotation.value,
      ...(placement === undefined ? {} : { placement }),
      ...(told === undefined ? {} : { task: told.task }),
      ...asField(record),
    },
    extra: extra.map(({ key, source }) => ({ key, source })),
  });
}

/**
 * The text of a note file, always in the same form. Fails when the header would be longer than a reader accepts. Two
 * things cannot be in a text file and become U+FFFD in the body: NUL and halves of surrogate pairs. What is known of earlier states of a
 * task is left out rather than that nothing could be saved; but what was filled in is not, unless there is a task again.
 */
export function serialiseNoteFile({ annotation, extra }: NoteFile): Result<string, 'header-too-long'> {
  const { taskRecord, ...others } = annotation;
  let text = serialise(annotation, extra);
  if (taskRecord === undefined) return text;
  for (const shorter of shorterRecords(taskRecord, others.task)) {
    if (text.ok) break;
    text = serialise({ ...others, ...asField(shorter) }, extra);
  }
  return text;
}

function serialise(annotation: Annotation, extra: readonly ForeignEntry[]): Result<string, 'header-too-long'> {
  const { target, placement, task, taskRecord } = annotation;
  const values: Record<KnownKey, string | number | string[]> = {
    schema: newestNoteSchema(),
    ...annotation,
    ...target,
    label: labelToFile(annotation.label),
  };
  const lines = knownKeys.map((key) => headerLine(key, values[key]));
  const ofTask = [
    ...(task === undefined ? [] : taskValues(task)),
    ...(taskRecord === undefined ? [] : recordValues(taskRecord)),
  ];
  const written = new Set<string>(ofTask.map(([key]) => key));
  const others = extra.filter(({ key }) => !(written.has(key) || (placement !== undefined && isPlacedKey(key))));
  const header = [
    ...lines,
    ...placedLines(target, placement),
    ...ofTask.map(([key, value]) => headerLine(key, value)),
    ...others.map(({ source }) => source),
  ].join('\n');
  if (header.length > maximumHeaderLength) return failure('header-too-long');
  const body = storableBody(annotation.body);
  return success(`---\n${header}\n---\n${body === '' ? '' : `\n${body}\n`}`);
}

/** A body as a text file can hold it. */
export function storableBody(body: string): string {
  return body.replace(/[\0\p{Cs}]/gu, '\ufffd');
}

/** What an annotation with this body is called; a bookmark stays one. */
export function motivationFor(body: string, motivation?: Motivation): Motivation {
  if (motivation === 'bookmarking') return motivation;
  return body === '' ? 'highlighting' : 'commenting';
}

/** The words are written once more only where they are others. */
function placedLines(target: Selectors, placement: Selectors | undefined): string[] {
  if (placement === undefined) return [];
  const keys = selectorKeys.filter((key) => key !== 'exact' || placement.exact !== target.exact);
  return keys.map((key) => headerLine(placedKey(key), placement[key]));
}

function headerLine(key: string, value: string | number | string[]): string {
  if (typeof value === 'number') return `${key}: ${value}`;
  if (typeof value === 'string') return `${key}: ${quoteHeaderText(value)}`;
  if (value.length === 0) return `${key}: []`;
  return [`${key}:`, ...value.map((item) => `  - ${quoteHeaderText(item)}`)].join('\n');
}

/**
 * Header and body without what separates them: one empty line after the header, one line break at the end. Only in a file
 * that a Windows editor has turned to CRLF as a whole are the line breaks of the body converted.
 */
function divide(text: string): Result<{ header: string; body: string }, NoteFileProblem> {
  const opening = /^---[ \t]*(\r?\n)/.exec(text);
  if (opening === null) return failure('no-header');
  const isConverted = opening[1] === '\r\n';
  const rest = text.slice(opening[0].length);
  // Searched from the line break before the header, so that an empty header is found as well.
  const searched = `\n${rest.slice(0, maximumHeaderLength + 8)}`;
  const closing = /\n---[ \t]*(?:\r?\n|$)/.exec(searched);
  if (closing === null) return failure('bad-header');
  const header = searched.slice(1, Math.max(closing.index, 1)).replaceAll('\r\n', '\n');
  if (header.length > maximumHeaderLength) return failure('bad-header');
  const after = rest.slice(closing.index + closing[0].length - 1);
  const body = (isConverted ? after.replaceAll('\r\n', '\n') : after).replace(/^\n/, '').replace(/\n$/, '');
  return success({ header: header.replace(/\r$/, ''), body });
}

function isKnownKey(key: string): key is KnownKey {
  return (knownKeys as readonly string[]).includes(key);
}

function toAnnotation(fields: Fields, body: string, place: NoteFilePlace): Result<Annotation, NoteFileProblem> {
  if (body.length > maximumBodyLength) return failure('too-large');
  const id = text(fields.id) ?? idFromName(place.name);
  const document = text(fields.document) ?? place.document;
  const { exact, start, end, textHash } = fields;
  const required = [id, document, exact, start, end, textHash];
  if (id === undefined || required.includes(undefined)) return failure('missing-field');
  const created = timestamp(fields.created) ?? timestampFromId(id);
  const checked = annotationSchema.safeParse({
    id,
    document,
    documentTitle: fields.documentTitle ?? '',
    created,
    modified: timestamp(fields.modified) ?? created,
    author: fields.author ?? '',
    device: fields.device ?? '',
    rev: number(fields.rev) ?? 1,
    motivation: fields.motivation ?? motivationFor(body),
    label: labelFromFile(text(fields.label) ?? '') || 'other',
    tags: list(fields.tags),
    target: selectorsFrom((key) => fields[key]),
    body,
  });
  return checked.success ? success(checked.data) : failure('bad-header');
}

function toPlacement(fields: Fields, target: Selectors): Selectors | undefined {
  const checked = selectorsSchema.safeParse(selectorsFrom((key) => fields[placedKey(key)], target.exact));
  return checked.success ? checked.data : undefined;
}

/** Selectors with what they may lack filled in, still unchecked. */
function selectorsFrom(field: (key: keyof Selectors) => HeaderValue | undefined, usualExact?: string) {
  return {
    exact: field('exact') ?? usualExact,
    prefix: field('prefix') ?? '',
    suffix: field('suffix') ?? '',
    start: number(field('start')),
    end: number(field('end')),
    sectionPath: field('sectionPath') ?? '',
    sectionHeading: field('sectionHeading') ?? '',
    textHash: field('textHash'),
    occurrences: number(field('occurrences')) ?? 1,
    decoy: number(field('decoy')) ?? 0,
  };
}

function text(value: HeaderValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function number(value: HeaderValue | undefined): number | undefined {
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : undefined;
}

function list(value: HeaderValue | undefined): string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

function timestamp(value: HeaderValue | undefined): string | undefined {
  return annotationSchema.shape.created.safeParse(value).success ? text(value) : undefined;
}

/** The id in a file name. Synchronising programs put their marks behind it. */
function idFromName(name: string | undefined): string | undefined {
  const start = name?.slice(0, 26);
  return annotationIdSchema.safeParse(start).success ? start : undefined;
}
