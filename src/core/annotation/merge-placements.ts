import type { Annotation, Selectors } from './annotation.ts';
import type { ForeignEntry, NoteFile } from './note-file.ts';
import { quoteHeaderText } from './note-header-value.ts';
import { selectorKeys } from './placed-keys.ts';

/**
 * The header entry by which a merged note says of which revision and time its placement is, where that is not its own. Without it
 * the decision would count as much as the note that took it over, and the outcome would depend on which copies are merged first.
 * It names the place as well: once the reader has decided anew, it says nothing any more.
 */
export const placedFromKey = 'placedFrom';

/** A decision of the reader where the passage stands, with the revision and the time of the note in which it was made. */
interface Decision extends Pick<Annotation, 'rev' | 'modified'> {
  placement: Selectors;
}

/**
 * The placement that a merged note has: of those in any copy with the winner's target the one of the highest revision, then the
 * latest. Not only the winner's, since whoever changed the note elsewhere did not take back what was decided here.
 */
export function mergePlacements(
  winner: NoteFile,
  copies: readonly NoteFile[],
): { placement?: Selectors; extra: ForeignEntry[] } {
  const { target, rev, modified } = winner.annotation;
  const [decision] = copies
    .filter(({ annotation }) => keyOf(annotation.target) === keyOf(target))
    .flatMap(decisionIn)
    .sort((left, right) => compareDecisions(right, left));
  if (decision === undefined) return { extra: [] };
  const { placement } = decision;
  return { placement, extra: compareAge(decision, { rev, modified }) === 0 ? [] : [entryFor(decision)] };
}

function decisionIn({ annotation, extra }: NoteFile): Decision[] {
  const { placement, rev, modified } = annotation;
  if (placement === undefined) return [];
  for (const { key, source } of extra) {
    const [, from, time = '', place] = (key === placedFromKey && form.exec(source)) || [];
    if (from !== undefined && place === placeOf(placement) && !Number.isNaN(Date.parse(time)))
      return [{ placement, rev: Number(from), modified: time }];
  }
  return [{ placement, rev, modified }];
}

const form = new RegExp(`^${placedFromKey}: "([1-9]\\d{0,14}) (\\S+) (\\S+ \\d+ \\d+)"$`, 'm');

function entryFor({ placement, rev, modified }: Decision): ForeignEntry {
  const source = `${placedFromKey}: ${quoteHeaderText(`${rev} ${modified} ${placeOf(placement)}`)}`;
  return { key: placedFromKey, source };
}

function placeOf({ textHash, start, end }: Selectors): string {
  return `${textHash} ${start} ${end}`;
}

/** Positive when `left` counts, the same on every machine. */
function compareDecisions(left: Decision, right: Decision): number {
  return (
    compareAge(left, right) ||
    compareText(keyOf(left.placement), keyOf(right.placement)) ||
    compareText(left.modified, right.modified)
  );
}

function compareAge(left: Pick<Decision, 'rev' | 'modified'>, right: Pick<Decision, 'rev' | 'modified'>): number {
  return left.rev - right.rev || Date.parse(left.modified) - Date.parse(right.modified);
}

function keyOf(selectors: Selectors): string {
  return JSON.stringify(selectorKeys.map((key) => selectors[key]));
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
