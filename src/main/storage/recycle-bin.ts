import type { Annotation } from '#core/annotation/annotation';

/** How long a deleted note is kept at least, in days. */
const keptDays = 30;
const day = 24 * 60 * 60 * 1000;

/** Whole days until a deleted note may be deleted for good; never more than there are, however wrong a clock was. */
export function daysLeft({ modified }: Pick<Annotation, 'modified'>, now: Date): number {
  const age = (now.getTime() - Date.parse(modified)) / day;
  return Math.min(keptDays, Math.max(0, Math.ceil(keptDays - age)));
}
