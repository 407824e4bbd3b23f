import { labelFromFile } from '../annotation/label.ts';
import { fieldOf, isObject, isOfType, listOf, textOf } from './json-value.ts';

/** What the bodies of an annotation say. */
export interface BodyWords {
  /** The comments, an empty line between one and the next. */
  body: string;
  tags: string[];
  label: string | undefined;
}

/**
 * Reads every body by its purpose: tags, a class, and all others as comments. Understood besides the W3C's forms: a plain
 * text for a body, and `text` and `tags` of annotation services beside the bodies.
 */
export function readBodies(annotation: unknown): BodyWords {
  const comments: string[] = [];
  const tags: string[] = [];
  let label: string | undefined;
  for (const body of bodiesOf(annotation)) {
    const words = wordsOf(body);
    if (words === undefined || words === '') continue;
    const purposes = listOf(body, 'purpose').length > 0 ? listOf(body, 'purpose') : listOf(annotation, 'motivation');
    if (purposes.includes('tagging')) tags.push(words);
    else if (purposes.includes('classifying')) label ??= labelFromFile(words);
    else comments.push(words);
  }
  for (const tag of listOf(annotation, 'tags')) if (typeof tag === 'string' && tag !== '') tags.push(tag);
  return { body: comments.join('\n\n'), tags, label };
}

function bodiesOf(annotation: unknown): readonly unknown[] {
  const bodies = listOf(annotation, 'body').flatMap((body) => {
    // Of alternatives the first is the preferred one; the members of a set all count.
    if (isOfType(body, 'Choice')) return listOf(body, 'items').slice(0, 1);
    return isOfType(body, 'List') || isOfType(body, 'Composite') ? listOf(body, 'items') : [body];
  });
  const plain = [fieldOf(annotation, 'bodyValue'), fieldOf(annotation, 'text')];
  return [...bodies, ...plain.filter((words) => typeof words === 'string')];
}

function wordsOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  if (!isObject(body)) return undefined;
  const words = textOf(body, 'value') ?? textOf(body, 'chars') ?? textOf(fieldOf(body, 'source'), 'value');
  // A web page as a body is at least an address.
  return words ?? textOf(body, 'source') ?? textOf(body, 'id');
}
