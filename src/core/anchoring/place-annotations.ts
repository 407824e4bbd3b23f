import type { Annotation, Selectors } from '../annotation/annotation.ts';
import { blockIndexAt, blockRanges, canonicalSlice } from '../plan/canonical-text.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { ordinalsTo, sectionPath as sectionPathTo } from '../plan/section-tree.ts';
import { textHash } from '../plan/text-hash.ts';
import { plainFormOf } from '../text/plain-form.ts';
import { type Anchoring, anchorSelectors } from './anchor.ts';

/**
 * What the reader is told about a place. `anchored`: in the very text, by the reader's decision, or found in the clause where it
 * was; `moved`: found in another clause; `locating`: still being looked for.
 */
export type PlaceState = 'anchored' | 'moved' | 'review' | 'orphaned' | 'locating';

/** An annotation together with where it stands in a plan. */
export interface PlacedAnnotation {
  annotation: Annotation;
  anchoring: Anchoring;
  state: PlaceState;
  /** The text is another than the annotation knows, and the reader has not decided: the place was looked for. */
  isSearched: boolean;
  /** Index of the block where the passage begins; absent for orphans. */
  block?: number;
  /** Id of that block's section, where it has one. */
  section?: string;
}

const placesInPlans = new WeakMap<PlanDocument, WeakMap<Annotation, PlacedAnnotation>>();
const foundInPlans = new WeakMap<PlanDocument, Map<string, Anchoring>>();
/** Stands in until the place is known: it sorts with the orphans. */
const unknownYet: Anchoring = { state: 'orphaned', score: 0, suggestions: [] };

/**
 * All annotations in document order (then the longer passage first, then the older one); orphans come last. An annotation
 * that was placed before is not looked for again, and its place is the same object: only what changed costs time.
 */
export function placeAnnotations(plan: PlanDocument, annotations: readonly Annotation[]): PlacedAnnotation[] {
  return annotations.map((annotation) => placed(plan, annotation, anchorAnnotation)).sort(inDocumentOrder);
}

/** The same without looking for anything: what `rememberPlace` has not been told yet is `locating`. */
export function placeKnownAnnotations(plan: PlanDocument, annotations: readonly Annotation[]): PlacedAnnotation[] {
  return annotations.map((annotation) => placed(plan, annotation, knownAnchoring)).sort(inDocumentOrder);
}

/**
 * Where an annotation stands. In the text that it was made in, or in one for which the reader has decided, its offsets say
 * so; in any other text it is looked for, which takes its time and writes nothing.
 */
export function anchorAnnotation(plan: PlanDocument, annotation: Annotation): Anchoring {
  const known = knownAnchoring(plan, annotation);
  if (known !== undefined) return known;
  const evidence = evidenceOf(annotation);
  const anchoring = anchorSelectors(plan, evidence);
  rememberPlace(plan, evidence, anchoring);
  return anchoring;
}

/** What is looked for in a text that the annotation does not know: the reader's latest word on the passage. */
export function evidenceOf({ target, placement }: Annotation): Selectors {
  return placement ?? target;
}

/** Keeps the outcome of a search for as long as the plan is in use. */
export function rememberPlace(plan: PlanDocument, evidence: Selectors, anchoring: Anchoring): void {
  const found = foundInPlans.get(plan) ?? new Map<string, Anchoring>();
  foundInPlans.set(plan, found);
  found.set(keyOf(evidence), anchoring);
}

const keys = new WeakMap<Selectors, string>();

/** The same for equal evidence, so that a note which is read again keeps its place; each new place asks for all of them. */
function keyOf(evidence: Selectors): string {
  const key = keys.get(evidence) ?? JSON.stringify(evidence);
  keys.set(evidence, key);
  return key;
}

function knownAnchoring(plan: PlanDocument, annotation: Annotation): Anchoring | undefined {
  const known = standingIn(plan, annotation);
  if (known === undefined) return foundInPlans.get(plan)?.get(keyOf(evidenceOf(annotation)));
  return { state: 'anchored', range: { start: known.start, end: known.end }, score: 1, suggestions: [] };
}

/** What the reader reads of the passage: as it stands in this text where the annotation knows that, else the latest word on it. */
export function quotedIn(plan: PlanDocument, annotation: Annotation): string {
  return (standingIn(plan, annotation) ?? evidenceOf(annotation)).exact;
}

/** The selectors that were made for this very text. */
function standingIn(plan: PlanDocument, { target, placement }: Annotation): Selectors | undefined {
  return [target, placement].find((selectors) => selectors !== undefined && isIn(plan, selectors));
}

function isIn(plan: PlanDocument, selectors: Selectors): boolean {
  return selectors.textHash === textHash(plan) && canonicalSlice(plan, selectors) === selectors.exact;
}

function placed(
  plan: PlanDocument,
  annotation: Annotation,
  anchor: (plan: PlanDocument, annotation: Annotation) => Anchoring | undefined,
): PlacedAnnotation {
  const places = placesInPlans.get(plan) ?? new WeakMap<Annotation, PlacedAnnotation>();
  placesInPlans.set(plan, places);
  const known = places.get(annotation);
  if (known !== undefined && known.state !== 'locating') return known;
  const anchoring = anchor(plan, annotation);
  if (anchoring === undefined && known !== undefined) return known;
  const place = placeAt(plan, annotation, anchoring);
  places.set(annotation, place);
  return place;
}

function placeAt(plan: PlanDocument, annotation: Annotation, found: Anchoring | undefined): PlacedAnnotation {
  const anchoring = found ?? unknownYet;
  const isSearched = standingIn(plan, annotation) === undefined;
  const known = found === undefined ? 'locating' : found.state;
  if (anchoring.range === undefined) return { annotation, anchoring, state: known, isSearched };
  const block = blockIndexAt(blockRanges(plan), anchoring.range.start);
  const section = plan.blocks[block]?.section;
  const isMoved = known === 'anchored' && isSearched && !isSameClause(plan, section, evidenceOf(annotation));
  const state = isMoved ? 'moved' : known;
  return { annotation, anchoring, state, isSearched, block, ...(section === undefined ? {} : { section }) };
}

/**
 * Whether a section is the one that the evidence names. Its heading says so, whatever its number is by now; its number does
 * where it has no heading, or where others are called the same.
 */
function isSameClause(
  plan: PlanDocument,
  section: string | undefined,
  { sectionPath, sectionHeading }: Selectors,
): boolean {
  const path = section === undefined ? '' : ordinalsTo(plan, section).join('/');
  const heading = section === undefined ? '' : (sectionPathTo(plan, section).at(-1)?.heading ?? '');
  if (heading === '' || sectionHeading === '') return path === sectionPath;
  const name = plainFormOf(heading);
  if (name !== plainFormOf(sectionHeading)) return false;
  return path === sectionPath || headingCounts(plan).get(name) === 1;
}

const countsInPlans = new WeakMap<PlanDocument, ReadonlyMap<string, number>>();

/** How many sections have the same heading. */
function headingCounts(plan: PlanDocument): ReadonlyMap<string, number> {
  const known = countsInPlans.get(plan);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const { heading } of plan.sections) {
    const name = plainFormOf(heading ?? '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  countsInPlans.set(plan, counts);
  return counts;
}

function inDocumentOrder(left: PlacedAnnotation, right: PlacedAnnotation): number {
  const leftRange = left.anchoring.range;
  const rightRange = right.anchoring.range;
  if (leftRange === undefined || rightRange === undefined) {
    if (leftRange !== rightRange) return leftRange === undefined ? 1 : -1;
    return left.annotation.target.start - right.annotation.target.start || byAge(left, right);
  }
  return leftRange.start - rightRange.start || rightRange.end - leftRange.end || byAge(left, right);
}

function byAge(left: PlacedAnnotation, right: PlacedAnnotation): number {
  return left.annotation.id < right.annotation.id ? -1 : 1;
}
