import type { Annotation, Selectors } from '../annotation/annotation.ts';
import { labelToFile } from '../annotation/label.ts';
import type { Task } from '../annotation/task.ts';
import type { TaskRecord } from '../annotation/task-record.ts';
import { statusToFile } from '../annotation/task-status.ts';
import {
  addressOfAnnotation,
  addressOfCollection,
  addressOfDocument,
  addressOfText,
  documentContext,
  generatorAddress,
  ownPrefix,
} from './vocabulary.ts';

/** What the collection is of. */
export interface CollectionOf {
  /** Id of the document. */
  document: string;
  /** The name of the collection for people. */
  label: string;
}

type Json = string | number | Json[] | { [name: string]: Json };
type JsonObject = Record<string, Json>;

const own = <Name extends string>(name: Name) => `${ownPrefix}:${name}` as const;

/**
 * The annotations as an AnnotationCollection of the W3C Web Annotation Data Model with its one page inside: pretty-printed
 * JSON-LD, in the order of the ids, so that the same annotations always give the same text.
 */
export function toJsonLd(annotations: readonly Annotation[], { document, label }: CollectionOf): string {
  const items = [...annotations].sort((left, right) => (left.id < right.id ? -1 : 1)).map(annotationObject);
  const id = addressOfCollection(document);
  const collection = {
    '@context': documentContext,
    id,
    type: 'AnnotationCollection',
    label,
    total: items.length,
    // A page has at least one annotation.
    ...(items.length === 0 ? {} : { first: { id: `${id}:page:1`, type: 'AnnotationPage', startIndex: 0, items } }),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function annotationObject(annotation: Annotation): JsonObject {
  const { document, documentTitle, target, placement, author, task, taskRecord } = annotation;
  return {
    id: addressOfAnnotation(annotation.id),
    type: 'Annotation',
    motivation: annotation.motivation,
    created: utc(annotation.created),
    modified: utc(annotation.modified),
    // The model wants UTC; the local time is the reader's.
    [own('created')]: annotation.created,
    [own('modified')]: annotation.modified,
    ...(author === '' ? {} : { creator: { type: 'Person', name: author } }),
    generator: { id: generatorAddress, type: 'Software', name: 'plan-reader' },
    [own('rev')]: annotation.rev,
    [own('device')]: annotation.device,
    body: bodies(annotation),
    target: {
      ...specificResource(target, document),
      source: { id: addressOfDocument(document), type: 'Text', 'dcterms:title': documentTitle },
    },
    ...(placement === undefined ? {} : { [own('placement')]: specificResource(placement, document) }),
    // What the model has no word for: its `assessing` is a judgement, not a duty.
    ...(task === undefined ? {} : { [own('task')]: taskObject(task) }),
    ...(taskRecord === undefined ? {} : { [own('taskRecord')]: recordObject(taskRecord) }),
  };
}

function taskObject(task: Task): JsonObject {
  const { progress, status, ...others } = task;
  const filled = Object.entries(others).filter(([, value]) => value !== '' && value !== 0 && !isEmptyList(value));
  return {
    status: statusToFile(status),
    ...Object.fromEntries(filled),
    ...(progress.length === 0 ? {} : { progress: progress.map(({ date, text }) => ({ date, text })) }),
  };
}

function recordObject({ kept, ...states }: TaskRecord): JsonObject {
  return { ...states, ...(kept === undefined ? {} : { kept: { time: kept.time, task: taskObject(kept.task) } }) };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function bodies({ body, tags, label }: Annotation): Json[] {
  const note = { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: body };
  return [
    ...(body === '' ? [] : [note]),
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value })),
    { type: 'TextualBody', purpose: 'classifying', format: 'text/plain', value: labelToFile(label) },
  ];
}

/**
 * A passage in one version of the document. The section stands beside the selectors: the model closes the list of their
 * types, and other programs pick any one of them.
 */
function specificResource(selectors: Selectors, document: string): JsonObject {
  const { exact, prefix, suffix, start, end, occurrences, decoy } = selectors;
  return {
    type: 'SpecificResource',
    source: addressOfDocument(document),
    state: addressOfText(selectors.textHash),
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix, [own('occurrences')]: occurrences, [own('decoy')]: decoy },
      { type: 'TextPositionSelector', start, end },
    ],
    [own('sectionPath')]: selectors.sectionPath,
    [own('sectionHeading')]: selectors.sectionHeading,
  };
}

/** The same moment as the model wants it, e.g. `2026-11-23T01:20:00Z`. */
function utc(timestamp: string): string {
  return new Date(timestamp).toISOString().replace('.000Z', 'Z');
}
