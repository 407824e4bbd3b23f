import type { Annotation } from './annotation.ts';

/** A bookmark only marks a place: it is neither painted nor listed, counted or exported with the reader's notes. */
export function isBookmark({ motivation }: Pick<Annotation, 'motivation'>): boolean {
  return motivation === 'bookmarking';
}
