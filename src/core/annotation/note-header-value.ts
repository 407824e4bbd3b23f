import { type CST, isMap, isScalar, isSeq, Parser, parseDocument } from 'yaml';

/** A header value: every scalar is text, whatever it looks like (`no`, `0123`, a date). */
export type HeaderValue = string | string[];

/** Characters that double quotes in YAML do not allow, or that some readers take for a line break or a byte order mark. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** `text` in double quotes, on one line, as YAML and JSON both read it. */
export function quoteHeaderText(text: string): string {
  return JSON.stringify(text).replace(unprintable, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Reads what follows a key's colon: text or a list of texts. `undefined` for anything else (maps, nested lists, anchors,
 * aliases, type tags) and for bad YAML. The form that this program writes, and plain words, are read line by line, which is
 * ten times as fast; everything else is left to the YAML parser.
 */
export function readHeaderValue(written: string): HeaderValue | undefined {
  return readSimpleForm(written) ?? readYaml(`key:${written}`);
}

function readSimpleForm(written: string): HeaderValue | undefined {
  const [first = '', ...items] = written.split('\n');
  if (items.length === 0) {
    if (first === ' []') return [];
    return first.startsWith(' ') ? readSimpleText(first.slice(1)) : undefined;
  }
  if (first !== '') return undefined;
  const list: string[] = [];
  for (const item of items) {
    const text = item.startsWith('  - ') ? readSimpleText(item.slice(4)) : undefined;
    if (text === undefined) return undefined;
    list.push(text);
  }
  return list;
}

/** Text without quotes that begins with a letter or a digit and has nothing in it that could mean anything to YAML. */
const plainText = /^[\p{L}\p{N}](?:[^:#\p{Cc}\u2028\u2029\ufeff]|:(?=\S)|(?<=\S)#)*(?<![\s:])$/u;

function readSimpleText(text: string): string | undefined {
  if (plainText.test(text) || /^-?\d+(?:\.\d+)?$/.test(text)) return text;
  if (!text.startsWith('"')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function readYaml(source: string): HeaderValue | undefined {
  if (!isFlat([...new Parser().parse(source)])) return undefined;
  const document = parseDocument(source, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const value = document.contents.items[0]?.value;
  if (isScalar(value)) return String(value.value ?? '');
  if (!isSeq(value)) return undefined;
  const texts = value.items.map((item) => (isScalar(item) ? String(item.value ?? '') : undefined));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/**
 * Looks at the tokens before anything is composed from them: composing deep nesting exhausts the stack, and a regular
 * expression that the engine happens to compile at that moment ends the whole process, which no `catch` can prevent.
 */
function isFlat(tokens: CST.Token[]): boolean {
  const [document] = tokens;
  if (tokens.length !== 1 || document?.type !== 'document' || document.value?.type !== 'block-map') return false;
  const [pair] = document.value.items;
  if (pair === undefined || document.value.items.length !== 1 || hasProperties(pair)) return false;
  const { value } = pair;
  if (value === undefined || value === null || isText(value)) return true;
  const isList = value.type === 'block-seq' || (value.type === 'flow-collection' && value.start.source === '[');
  return isList && value.items.every((item) => isListedText(item));
}

function isListedText(item: CST.CollectionItem): boolean {
  if (hasProperties(item) || item.sep !== undefined || ('key' in item && item.key)) return false;
  return item.value === undefined || isText(item.value);
}

function isText(token: CST.Token): boolean {
  return (
    token.type === 'scalar' ||
    token.type === 'single-quoted-scalar' ||
    token.type === 'double-quoted-scalar' ||
    token.type === 'block-scalar'
  );
}

function hasProperties(item: CST.CollectionItem): boolean {
  return [...item.start, ...(item.sep ?? [])].some((token) => token.type === 'anchor' || token.type === 'tag');
}
