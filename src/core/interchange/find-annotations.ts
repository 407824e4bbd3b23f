import { fieldOf, isObject, isOfType, listOf } from './json-value.ts';

/** Pages that are followed from one collection, all of them inside the same file. */
const mostPages = 10_000;

/**
 * The annotations in a file, still unread: of a collection with its pages inside, a page, a plain list, the export of an
 * annotation service (`rows`, `annotations`), a JSON-LD graph, or a single annotation. `undefined` where the file is none of these.
 */
export function findAnnotations(file: unknown): readonly unknown[] | undefined {
  if (Array.isArray(file)) return file.some(looksLikeAnnotation) ? file : file.length === 0 ? [] : undefined;
  if (!isObject(file)) return undefined;
  if (isOfType(file, 'Annotation')) return [file];
  if (Object.hasOwn(file, 'first')) return itemsOfPages(fieldOf(file, 'first'));
  for (const name of ['items', 'rows', 'annotations', '@graph']) {
    const list = fieldOf(file, name);
    if (!Array.isArray(list)) continue;
    // A graph holds pages and agents beside the annotations.
    return name === '@graph' ? list.filter((node) => isOfType(node, 'Annotation')) : list;
  }
  if (isOfType(file, 'AnnotationCollection') || isOfType(file, 'AnnotationPage')) return [];
  return looksLikeAnnotation(file) ? [file] : undefined;
}

function itemsOfPages(first: unknown): unknown[] {
  const items: unknown[] = [];
  let page = first;
  for (let count = 0; isObject(page) && count < mostPages; count += 1) {
    for (const item of listOf(page, 'items')) items.push(item);
    page = fieldOf(page, 'next');
  }
  return items;
}

function looksLikeAnnotation(value: unknown): boolean {
  return isObject(value) && (isOfType(value, 'Annotation') || Object.hasOwn(value, 'target'));
}
