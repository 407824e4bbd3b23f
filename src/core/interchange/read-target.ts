import { addressOf, fieldOf, isObject, isOfType, listOf, numberOf, textOf } from './json-value.ts';
import { documentOfAddress, ownPrefix, textOfAddress } from './vocabulary.ts';

/** A passage as a file describes it; nothing in it is checked but that words are words and numbers are numbers. */
export interface DescribedPassage {
  /** The address of what was annotated. */
  source: string | undefined;
  /** Id of the document, where the address is one of this program. */
  document: string | undefined;
  title: string | undefined;
  exact: string | undefined;
  prefix: string;
  suffix: string;
  start: number | undefined;
  end: number | undefined;
  /** Says which text `start` and `end` count in. */
  textHash: string | undefined;
  sectionPath: string;
  sectionHeading: string;
  occurrences: number;
  decoy: number;
}

/** Selectors that refine one another are followed so far; nobody writes more than three. */
const deepestRefinement = 16;
/** Passages of one annotation that are read. */
const mostPassages = 50;

/** The passages of an annotation, in their order. */
export function readTargets(annotation: unknown): DescribedPassage[] {
  const targets = listOf(annotation, 'target').flatMap((target) => {
    const isSet = ['Choice', 'List', 'Composite', 'Independents'].some((type) => isOfType(target, type));
    return isSet ? listOf(target, 'items') : [target];
  });
  const uri = textOf(annotation, 'uri');
  return targets.slice(0, mostPassages).map((target) => readPassage(target, uri));
}

/** Reads one SpecificResource; `usualSource` is the address of what was annotated when it does not name one itself. */
export function readPassage(target: unknown, usualSource?: string): DescribedPassage {
  const selectors = listOf(target, 'selector').flatMap((selector) => withRefinements(selector));
  const quote = selectors.find((selector) => isOfType(selector, 'TextQuoteSelector'));
  const position = selectors.find((selector) => isOfType(selector, 'TextPositionSelector'));
  const described = fieldOf(target, 'source');
  const source = addressOf(described) ?? (isObject(target) ? usualSource : addressOf(target));
  const ownText = (name: string) => textOf(target, `${ownPrefix}:${name}`) ?? '';
  const ownNumber = (name: string) => numberOf(quote, `${ownPrefix}:${name}`);
  const version = listOf(target, 'state')
    .map(addressOf)
    .find((address) => address !== undefined);
  return {
    source,
    document: source === undefined ? undefined : documentOfAddress(source),
    title: textOf(described, 'dcterms:title'),
    exact: textOf(quote, 'exact'),
    prefix: textOf(quote, 'prefix') ?? '',
    suffix: textOf(quote, 'suffix') ?? '',
    start: numberOf(position, 'start'),
    end: numberOf(position, 'end'),
    textHash: version === undefined ? undefined : textOfAddress(version),
    sectionPath: ownText('sectionPath'),
    sectionHeading: ownText('sectionHeading'),
    occurrences: ownNumber('occurrences') ?? 1,
    decoy: ownNumber('decoy') ?? 0,
  };
}

/** A selector with those that refine it; the more precise ones come first. */
function withRefinements(selector: unknown): unknown[] {
  const chain: unknown[] = [];
  let level: readonly unknown[] = [selector];
  for (let depth = 0; level.length > 0 && depth < deepestRefinement; depth += 1) {
    chain.unshift(...level.slice(0, mostPassages));
    level = level.slice(0, mostPassages).flatMap((one) => listOf(one, 'refinedBy'));
  }
  return chain;
}
