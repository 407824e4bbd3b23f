import type { PlanDocument } from '../plan/plan.ts';
import { plainFormOf } from '../text/plain-form.ts';
import { beginning, type Clause, clausesOf } from './clauses.ts';

/** A clause with what comparing it with many others needs. */
export interface MeasuredClause extends Clause {
  /** Its place in the document. */
  index: number;
  /** Plain forms. */
  headingForm: string;
  bodyForm: string;
  /** Plain forms of the headings above it. */
  path: string;
  /** Pairs of characters of the heading, and threes of the text. */
  headingGrams: () => ReadonlySet<number>;
  bodyGrams: () => ReadonlySet<number>;
}

const measured = new WeakMap<PlanDocument, readonly MeasuredClause[]>();

export function measuredClauses(plan: PlanDocument): readonly MeasuredClause[] {
  let list = measured.get(plan);
  if (list === undefined) {
    list = measure(plan);
    measured.set(plan, list);
  }
  return list;
}

function measure(plan: PlanDocument): MeasuredClause[] {
  const paths = new Map<string, string>();
  return clausesOf(plan).map((clause, index) => {
    const headingForm = plainFormOf(clause.heading);
    const path = clause.parent === null ? '' : (paths.get(clause.parent) ?? '');
    if (clause.id !== beginning) paths.set(clause.id, `${path}${headingForm}/`);
    const bodyForm = plainFormOf(clause.body);
    const headingGrams = once(() => gramsOf(headingForm, 2));
    const bodyGrams = once(() => gramsOf(bodyForm, 3));
    return { ...clause, index, headingForm, bodyForm, path, headingGrams, bodyGrams };
  });
}

/** The sequences of `length` UTF-16 units in a text, each as a number. */
export function gramsOf(text: string, length: 2 | 3): Set<number> {
  const grams = new Set<number>();
  for (let at = 0; at + length <= text.length; at += 1) {
    let gram = 0;
    for (let within = 0; within < length; within += 1)
      gram = (Math.imul(gram, 0x01000193) ^ text.charCodeAt(at + within)) | 0;
    grams.add(gram);
  }
  return grams;
}

/** How alike two sets are (Dice), from 0 to 1; two empty ones are alike. */
export function likeness(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  if (many.size === 0) return 1;
  let shared = 0;
  for (const gram of few) if (many.has(gram)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

/** Remembers what `measure` found for a text. */
export function remembering<Found>(measure: (text: string) => Found): (text: string) => Found {
  const found = new Map<string, Found>();
  return (text) => {
    let known = found.get(text);
    if (known === undefined) {
      known = measure(text);
      found.set(text, known);
    }
    return known;
  };
}

/** Found when it is first asked for. */
export function once<Found>(find: () => Found): () => Found {
  let found: Found | undefined;
  return () => {
    found ??= find();
    return found;
  };
}
