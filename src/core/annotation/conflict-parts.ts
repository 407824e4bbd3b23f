import type { Annotation } from './annotation.ts';
import { conflictHeading, conflictMark } from './label.ts';

/** A text that someone else wrote into the same note at the same time, as it stands below the note's own text. */
export interface ConflictPart {
  /** The line above it (`conflictHeading`). */
  heading: string;
  text: string;
}

/** A note's body, taken apart. No text has an empty line at its end, none of the parts one at its beginning. */
export interface BodyParts {
  /** What the note says without the parts. */
  own: string;
  parts: ConflictPart[];
}

const headingLine = new RegExp(`^${conflictMark}（.*）—[ \\t\\r]*$`, 'u');

/** True while the note holds two texts of which the reader has not yet made one. */
export function hasConflict({ body }: Pick<Annotation, 'body'>): boolean {
  return body.includes(conflictMark) && body.split('\n').some((line) => headingLine.test(line));
}

export function readBodyParts(body: string): BodyParts {
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  for (const line of body.split('\n')) {
    if (headingLine.test(line)) sections.push({ heading: line.trimEnd(), lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  const [own, ...parts] = sections.map(({ heading, lines }) => ({
    heading,
    text: withoutLastBlanks(lines.join('\n')),
  }));
  return { own: own?.text ?? '', parts: parts.map(asPart).filter(({ text }) => text !== '') };
}

export function writeBodyParts({ own, parts }: BodyParts): string {
  return [own, ...parts.flatMap(({ heading, text }) => [heading, text])].join('\n\n');
}

/** The own text of another copy, as a part of the one that it is put into. */
export function partOf({ device, modified }: Annotation, own: string): ConflictPart {
  return asPart({ heading: conflictHeading(device, modified), text: own });
}

/**
 * Of parts from several copies those that say something that neither `own` nor another of them says: whole lines count, so that
 * no word is taken for a piece of another. The latest come first. The order in which parts are given does not matter.
 */
export function distinctParts(own: string, parts: readonly ConflictPart[]): ConflictPart[] {
  const ordered = [...parts].sort(latestFirst);
  const distinct = ordered.filter((part, index) => ordered.findIndex(({ text }) => text === part.text) === index);
  const isHeldElsewhere = (part: ConflictPart) =>
    holds(own, part.text) || distinct.some((other) => other !== part && holds(other.text, part.text));
  return distinct.filter((part) => part.text !== '' && !isHeldElsewhere(part));
}

function asPart({ heading, text }: ConflictPart): ConflictPart {
  return { heading, text: withoutLastBlanks(text.replace(/^(?:[ \t\r]*\n)+/, '')) };
}

function withoutLastBlanks(text: string): string {
  // Not by one regular expression: on a long run of empty lines it would try again from each of them.
  const lines = text.split('\n');
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  return lines.join('\n');
}

function holds(text: string, part: string): boolean {
  return `\n${text}\n`.includes(`\n${part}\n`);
}

function latestFirst(left: ConflictPart, right: ConflictPart): number {
  const byTime = timeOf(right) - timeOf(left);
  if (byTime !== 0) return byTime;
  return compareText(right.heading, left.heading) || compareText(left.text, right.text);
}

/** When a part was written, in ms; 0 where somebody has changed the heading. */
function timeOf({ heading }: ConflictPart): number {
  const time = Date.parse(/，([^，]*)）—$/u.exec(heading)?.[1] ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/** By UTF-16 units: the same on every machine, whatever its language. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
