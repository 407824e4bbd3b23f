import type { DefaultTreeAdapterMap } from 'parse5';
import { formatNumber } from '../number-format.ts';

type Element = DefaultTreeAdapterMap['element'];

const formats: Partial<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const formatsOfStyles: Partial<Record<string, string>> = {
  'cjk-ideographic': 'chineseCountingThousand',
  'simp-chinese-informal': 'chineseCountingThousand',
  'trad-chinese-informal': 'chineseCountingThousand',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  none: 'none',
};

/** Numbers of the items of lists, which would have to be counted anew for each item. */
const numbers = new WeakMap<Element, Map<Element, number>>();

/** The mark that a browser would put before an item of a list. */
export function listMark(item: Element): string {
  const list = item.parentNode;
  if (list === null || !('tagName' in list)) return '';
  const format = formatOf(list);
  if (format === 'none') return '';
  if (list.tagName !== 'ol') return '• ';
  const number = numbersOf(list).get(item) ?? 1;
  const written = format === undefined ? String(number) : formatNumber(number, format);
  return format === 'chineseCountingThousand' ? `${written}、` : `${written}. `;
}

function formatOf(list: Element): string | undefined {
  const style = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attribute(list, 'style') ?? '')?.[1]?.toLowerCase();
  return formatsOfStyles[style ?? ''] ?? formats[attribute(list, 'type') ?? ''];
}

function numbersOf(list: Element): Map<Element, number> {
  const known = numbers.get(list);
  if (known !== undefined) return known;
  const items = list.childNodes.filter((node): node is Element => 'tagName' in node && node.tagName === 'li');
  const step = attribute(list, 'reversed') === undefined ? 1 : -1;
  let next = whole(attribute(list, 'start')) ?? (step > 0 ? 1 : items.length);
  const counted = new Map<Element, number>();
  for (const item of items) {
    const number = whole(attribute(item, 'value')) ?? next;
    counted.set(item, number);
    next = number + step;
  }
  numbers.set(list, counted);
  return counted;
}

function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*[+-]?\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}

function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}
