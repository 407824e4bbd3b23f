import { codePointLength } from '#core/text/code-points';

/*
 * What the W3C Web Annotation Data Model (Recommendation of 23 February 2017) says that a document MUST be, as far as this
 * program's files use it. Each rule carries the number of its section.
 */

type Node = Record<string, unknown>;

interface Rule {
  section: string;
  must: string;
  /** Whether the thing keeps the rule. */
  holds: (node: Node) => boolean;
}

/** The terms of `http://www.w3.org/ns/anno.jsonld`; JSON-LD drops every other key that is not an address. */
const terms = new Set(
  (
    '@context id type body target source selector state scope refinedBy startSelector endSelector renderedVia creator ' +
    'generator rights homepage via canonical stylesheet cached conformsTo items partOf first last next prev audience ' +
    'motivation purpose textDirection accessibility bodyValue format language processingLanguage value exact prefix suffix ' +
    'styleClass name email email_sha1 nickname label created modified generated sourceDate sourceDateStart sourceDateEnd ' +
    'start end total startIndex'
  ).split(' '),
);
const prefixes = new Set('oa dc dcterms dctypes foaf rdf rdfs skos xsd iana owl as schema'.split(' '));
const selectorTypes =
  'FragmentSelector CssSelector XPathSelector TextQuoteSelector TextPositionSelector DataPositionSelector SvgSelector RangeSelector';
const motivations =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying reviewing tagging';

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isOf = (node: Node, type: string) => list(node.type).includes(type);
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isTime = (value: unknown) =>
  typeof value === 'string' &&
  /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const absent = (node: Node, ...keys: string[]) => keys.every((key) => node[key] === undefined);
const addressOf = (value: unknown) => (isNode(value) ? value.id : value);

const hasContext = (node: Node) => list(node['@context']).includes('http://www.w3.org/ns/anno.jsonld');

const everyNode: Rule[] = [
  {
    section: '1.2',
    must: 'every key is a term of the context or has a prefix that is declared',
    holds: (node) => Object.keys(node).every((key) => terms.has(key) || prefixes.has(key.split(':')[0] ?? '')),
  },
  ...['created', 'modified', 'generated'].map((key) => ({
    section: '3.3.1',
    must: `at most one ${key}, an xsd:dateTime in UTC, written with Z`,
    holds: (node: Node) => node[key] === undefined || isTime(node[key]),
  })),
  {
    section: '3.3.6',
    must: 'rights are addresses',
    holds: (node) => list(node.rights).every(isAddress),
  },
];

const annotation: Rule[] = [
  { section: '3.1', must: 'exactly one id, an IRI', holds: ({ id }) => isAddress(id) },
  { section: '3.1', must: 'the type Annotation', holds: (node) => isOf(node, 'Annotation') },
  { section: '3.1', must: 'one or more targets', holds: ({ target }) => list(target).length > 0 },
  {
    section: '3.2.5',
    must: 'a bodyValue is one string and stands without a body',
    holds: ({ bodyValue, body }) => bodyValue === undefined || (typeof bodyValue === 'string' && body === undefined),
  },
  {
    section: '3.3.5',
    must: 'motivations of the vocabulary, or addresses',
    holds: ({ motivation }) =>
      list(motivation).every((word) => motivations.split(' ').includes(String(word)) || isAddress(word)),
  },
];

const agent: Rule[] = [
  {
    section: '3.3.2',
    must: 'at most one id, an IRI',
    holds: ({ id }) => id === undefined || isAddress(id),
  },
];

const externalResource: Rule[] = [
  { section: '3.2.1', must: 'exactly one id, an IRI', holds: ({ id }) => isAddress(id) },
];

const textualBody: Rule[] = [
  { section: '3.2.4', must: 'exactly one value, a string', holds: ({ value }) => typeof value === 'string' },
  {
    section: '3.3.5',
    must: 'purposes of the vocabulary, or addresses',
    holds: ({ purpose }) =>
      list(purpose).every((word) => motivations.split(' ').includes(String(word)) || isAddress(word)),
  },
];

const specificResource: Rule[] = [
  { section: '4', must: 'exactly one source, an IRI', holds: ({ source }) => isAddress(addressOf(source)) },
  {
    section: '4.2',
    must: 'selectors of the kinds that there are, each of exactly one type',
    holds: ({ selector }) =>
      list(selector).every((one) =>
        isNode(one) ? selectorTypes.split(' ').includes(String(one.type)) : isAddress(one),
      ),
  },
  {
    section: '4.2.4',
    must: 'quote and position count the same code points',
    holds: ({ selector }) => {
      const nodes = list(selector).filter(isNode);
      const quote = nodes.find((one) => one.type === 'TextQuoteSelector');
      const position = nodes.find((one) => one.type === 'TextPositionSelector');
      if (quote === undefined || position === undefined) return true;
      return Number(position.end) - Number(position.start) === codePointLength(String(quote.exact));
    },
  },
  {
    section: '4.3',
    must: 'states are addresses, TimeStates or HttpRequestStates',
    holds: ({ state }) =>
      list(state).every((one) => (isNode(one) ? /^(Time|HttpRequest)State$/.test(String(one.type)) : isAddress(one))),
  },
];

const quoteSelector: Rule[] = [
  { section: '4.2.4', must: 'exactly one exact', holds: ({ exact }) => typeof exact === 'string' },
  {
    section: '4.2.4',
    must: 'at most one prefix and suffix',
    holds: ({ prefix, suffix }) => [prefix, suffix].every((text) => text === undefined || typeof text === 'string'),
  },
];

const positionSelector: Rule[] = [
  { section: '4.2.5', must: 'exactly one start, a non-negative integer', holds: ({ start }) => isCount(start) },
  { section: '4.2.5', must: 'exactly one end, a non-negative integer', holds: ({ end }) => isCount(end) },
];

const collection: Rule[] = [
  { section: '5.1', must: 'the context of annotations', holds: hasContext },
  { section: '5.1', must: 'exactly one id, an IRI', holds: ({ id }) => isAddress(id) },
  { section: '5.1', must: 'the type AnnotationCollection', holds: (node) => isOf(node, 'AnnotationCollection') },
  {
    section: '5.1',
    must: 'labels are strings',
    holds: ({ label }) => list(label).every((one) => typeof one === 'string'),
  },
  {
    section: '5.1',
    must: 'a total is a non-negative integer',
    holds: ({ total }) => total === undefined || isCount(total),
  },
  {
    section: '5.1',
    must: 'a first page unless it is empty',
    holds: ({ total, first }) => total === 0 || isAddress(addressOf(first)),
  },
];

const page: Rule[] = [
  { section: '5.2', must: 'exactly one id, an IRI', holds: ({ id }) => isAddress(id) },
  { section: '5.2', must: 'the type AnnotationPage', holds: (node) => isOf(node, 'AnnotationPage') },
  {
    section: '5.2',
    must: 'an array of one or more items',
    holds: ({ items }) => Array.isArray(items) && items.length > 0,
  },
  {
    section: '5.2',
    must: 'at most one startIndex, a non-negative integer',
    holds: ({ startIndex }) => startIndex === undefined || isCount(startIndex),
  },
  { section: '5.2', must: 'no context inside a collection', holds: (node) => absent(node, '@context') },
];

/** Every rule that a collection breaks, as `section: rule (where)`. */
export function violations(document: unknown): string[] {
  const found: string[] = [];
  const declared = isNode(document) ? list(document['@context']).filter(isNode).flatMap(Object.keys) : [];
  for (const prefix of declared) prefixes.add(prefix);
  const check = (value: unknown, place: string, rules: readonly Rule[]) => {
    if (!isNode(value)) return void found.push(`${place} is no object`);
    for (const rule of [...everyNode, ...rules]) {
      if (!rule.holds(value)) found.push(`${rule.section}: ${rule.must} (${place})`);
    }
    return value;
  };
  const root = check(document, 'collection', collection);
  const first = isNode(root?.first) ? check(root.first, 'page', page) : undefined;
  for (const [index, item] of list(first?.items).entries()) checkAnnotation(item, `items.${index}`, check);
  for (const prefix of declared) prefixes.delete(prefix);
  return found;
}

type Check = (value: unknown, place: string, rules: readonly Rule[]) => Node | undefined | undefined;

function checkAnnotation(value: unknown, place: string, check: Check): void {
  const node = check(value, place, annotation);
  if (!isNode(node)) return;
  for (const key of ['creator', 'generator']) {
    for (const one of list(node[key]).filter(isNode)) check(one, `${place}.${key}`, agent);
  }
  for (const body of list(node.body)) checkResource(body, `${place}.body`, check);
  for (const target of list(node.target)) checkResource(target, `${place}.target`, check);
  for (const decided of list(node['plan:placement'])) checkResource(decided, `${place}.placement`, check);
}

function checkResource(value: unknown, place: string, check: Check): void {
  if (isAddress(value)) return;
  if (!isNode(value)) return void check(value, place, []);
  if (isOf(value, 'TextualBody')) return void check(value, place, textualBody);
  // A resource with a source is a Specific Resource, whether it says so or not.
  if (!isOf(value, 'SpecificResource') && value.source === undefined) return void check(value, place, externalResource);
  check(value, place, specificResource);
  if (isNode(value.source)) check(value.source, `${place}.source`, externalResource);
  for (const selector of list(value.selector).filter(isNode)) {
    const rules = { TextQuoteSelector: quoteSelector, TextPositionSelector: positionSelector }[String(selector.type)];
    check(selector, `${place}.selector`, rules ?? []);
  }
}
