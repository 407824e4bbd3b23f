import type { PlanDocument } from '../plan/plan.ts';

/** What stands before the first heading, the title with it, by this id: no section has it. */
export const beginning = '';

/** One section with its own text, without that of the sections below it; or the beginning of the document. */
export interface Clause {
  /** Id of the section, or `beginning`. */
  id: string;
  parent: string | null;
  /** Without ordinal; empty where the source does not have it. */
  heading: string;
  /** Its own blocks, each on a line. */
  body: string;
}

const clauses = new WeakMap<PlanDocument, readonly Clause[]>();

/** The whole text of a document as clauses, in reading order. A beginning without text is left out. */
export function clausesOf(plan: PlanDocument): readonly Clause[] {
  let list = clauses.get(plan);
  if (list === undefined) {
    list = collect(plan);
    clauses.set(plan, list);
  }
  return list;
}

function collect(plan: PlanDocument): Clause[] {
  const headings = new Set(plan.sections.map(({ headingBlock }) => headingBlock));
  const bodies = new Map<string, string[]>();
  for (const [index, { section = beginning, text }] of plan.blocks.entries()) {
    if (headings.has(index)) continue;
    const body = bodies.get(section);
    if (body === undefined) bodies.set(section, [text]);
    else body.push(text);
  }
  const bodyOf = (id: string) => bodies.get(id)?.join('\n') ?? '';
  const sections = plan.sections.map(
    ({ id, parent = null, heading = '' }): Clause => ({ id, parent, heading, body: bodyOf(id) }),
  );
  const first: Clause = { id: beginning, parent: null, heading: '', body: bodyOf(beginning) };
  return bodies.has(beginning) ? [first, ...sections] : sections;
}
