import type { Selectors } from '../annotation/annotation.ts';
import { normalise } from './normal-text.ts';

/** A passage that is looked for, normalised. */
export interface Passage {
  /** Empty when the passage has no letter and no digit. */
  quote: string;
  prefix: string;
  suffix: string;
  heading: string;
  /** The passage was, all of it, in the heading of its section. */
  inHeading: boolean;
}

/** The longest ordinal of a heading, in characters: it is printed before the heading and is no part of it. */
const longestOrdinal = 8;

export function passageOf({
  exact,
  prefix,
  suffix,
  sectionHeading,
}: Pick<Selectors, 'exact' | 'prefix' | 'suffix' | 'sectionHeading'>): Passage {
  const heading = normalise(sectionHeading);
  const quote = normalise(exact);
  const line = normalise(`${prefix.slice(prefix.lastIndexOf('\n') + 1)}${exact}${suffix.split('\n', 1)[0]}`);
  const isOneLine = !exact.trim().includes('\n');
  return {
    quote,
    prefix: normalise(prefix),
    suffix: normalise(suffix),
    heading,
    inHeading: isOneLine && quote !== '' && isPartOf(line, heading),
  };
}

/** Whether the line, as far as it is known, is the heading with or without its ordinal. */
function isPartOf(line: string, heading: string): boolean {
  for (let skipped = 0; skipped <= longestOrdinal && skipped + 2 <= line.length; skipped += 1) {
    if (heading.includes(line.slice(skipped))) return true;
  }
  return false;
}
