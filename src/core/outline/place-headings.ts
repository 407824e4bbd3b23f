import type { PlanDiagnostic } from '../plan/plan.ts';
import type { FoundHeading } from './find-headings.ts';
import { HeadingSequence } from './heading-sequence.ts';
import { headingStyles } from './heading-styles.ts';
import { usualForm } from './mark-form.ts';
import { countNumber, emptyRun, findGap, type NumberedRun, widestFilledGap } from './numbered-run.ts';
import { isAttachment, rankKinds } from './rank-headings.ts';

/** A heading in its place in the tree, or the place of one that the document must have had. */
export interface PlacedHeading {
  id: string;
  parent?: string;
  level: number;
  number: number;
  ordinal: string;
  inferred?: true;
  /** Index into the headings that were found; absent for a missing one. */
  found?: number;
}

export interface Placement {
  sections: PlacedHeading[];
  diagnostics: PlacementDiagnostic[];
}

export interface PlacementDiagnostic {
  code: PlanDiagnostic['code'];
  section?: string;
  /** Index into the headings that were found. */
  found?: number;
}

const attachmentKind = 'attachment/1';

interface Frame {
  rank: number;
  kind: string;
  section?: PlacedHeading;
  path: readonly number[];
  runs: Map<string, NumberedRun>;
}

/** What is put on the stack: a heading that was found or, without `found`, one that is missing. */
interface Arrival {
  kind: string;
  rank: number;
  number: number;
  path: readonly number[];
  ordinal: string;
  found?: number;
  /** The number that it should have had. */
  meant?: number;
}

/** Gives every heading its parent by rank, and finds from the numbers what is missing between them. */
export function placeHeadings(headings: readonly FoundHeading[]): Placement {
  return new Placer(headings).place();
}

class Placer {
  readonly #headings: readonly FoundHeading[];
  readonly #sequence: HeadingSequence;
  readonly #continuous: Set<string>;
  readonly #sections: PlacedHeading[] = [];
  readonly #diagnostics: PlacementDiagnostic[] = [];
  readonly #idUses = new Map<string, number>();
  readonly #root: Frame = { rank: Number.NEGATIVE_INFINITY, kind: '', path: [], runs: new Map() };
  readonly #open: Frame[] = [];

  constructor(headings: readonly FoundHeading[]) {
    this.#headings = headings;
    this.#sequence = new HeadingSequence(headings, rankKinds(headings));
    this.#continuous = this.#sequence.continuousKinds();
  }

  place(): Placement {
    for (const [found, heading] of this.#headings.entries()) {
      const rank = this.#sequence.rankOf(heading);
      this.#noticeInText(heading);
      const { path, ordinal } = heading.numbered ?? { path: [0], ordinal: '' };
      const arrival = { kind: heading.kind, rank, number: path.at(-1) ?? 0, path, ordinal, found };
      if (arrival.number === 0) {
        this.#push({ ...arrival, path: [] });
        continue;
      }
      this.#closeTo(rank);
      if (isAttachment(heading)) this.#noticeMissingAttachment(arrival);
      else if (path.length > 1) this.#openNamedParent(arrival);
      else this.#openMissingParent(arrival);
      const meant = isAttachment(heading)
        ? undefined
        : this.#fillGap(arrival, this.#sequence.numbersAhead(found, heading.kind, rank));
      this.#push({ ...arrival, ...(meant !== undefined && { meant }) });
    }
    return { sections: this.#sections, diagnostics: this.#diagnostics };
  }

  get #parent(): Frame {
    return this.#open.at(-1) ?? this.#root;
  }

  #closeTo(rank: number): void {
    while (this.#open.length > 0 && this.#parent.rank >= rank) this.#open.pop();
  }

  #runOf(kind: string, runs = this.#runsFor(kind)): NumberedRun {
    const run = runs.get(kind) ?? emptyRun();
    runs.set(kind, run);
    return run;
  }

  /** Lines before a heading that only look like others of its lists: their numbers are not missing. */
  #noticeInText({ inTextBefore = [] }: FoundHeading): void {
    for (const { kind, number } of inTextBefore) {
      const rank = this.#sequence.rankOfKind(kind);
      if (rank === undefined) continue;
      const frame = this.#open.filter((open) => open.rank < rank).at(-1) ?? this.#root;
      this.#runOf(kind, this.#continuous.has(kind) ? this.#runsFor(kind) : frame.runs).inText.add(number);
    }
  }

  /** Numbering that goes on through the document begins anew in every attachment. */
  #runsFor(kind: string): Map<string, NumberedRun> {
    if (!this.#continuous.has(kind)) return this.#parent.runs;
    const [outermost] = this.#open;
    return (outermost?.kind === attachmentKind ? outermost : this.#root).runs;
  }

  /** Attachments are often published apart, so that what is missing of them is told but not given a place. */
  #noticeMissingAttachment({ kind, number, found }: Arrival): void {
    const highest = this.#root.runs.get(kind)?.highest ?? 0;
    if (number > highest + 1) {
      this.#diagnostics.push({ code: 'missing-attachment', ...(found !== undefined && { found }) });
    }
  }

  /** 2.1 while 1 is open: the heading names its parent, which the document lacks. */
  #openNamedParent(arrival: Arrival): void {
    if (this.#parent === this.#root) this.#openMissingParent(arrival);
    const wanted = arrival.path.slice(0, -1);
    const { path: open, kind } = this.#parent;
    if (open.length > wanted.length) return;
    const firstStep = wanted.findIndex((number, depth) => number !== open[depth]);
    const step = (wanted[firstStep] ?? 0) - (open[firstStep] ?? 0);
    if (firstStep === -1 || step <= 0 || step > widestFilledGap) return;
    const missing =
      open.length === wanted.length
        ? { ...this.#parent, number: wanted.at(-1) ?? 0, path: wanted, ordinal: this.#ordinalLike(kind, wanted) }
        : this.#decimalParent(arrival, wanted);
    this.#closeTo(missing.rank);
    if (wanted.length > 1) this.#openNamedParent(missing);
    this.#fillGap(missing, []);
    this.#push(missing);
  }

  #decimalParent(arrival: Arrival, path: readonly number[]): Arrival {
    const kind = `decimal/${path.length}`;
    // just outside its child, where the document itself shows no place for the kind
    const rank = this.#sequence.rankOfKind(kind) ?? arrival.rank - 1 / 1024;
    const ordinal = headingStyles.decimal.print(path, usualForm(arrival.ordinal));
    return { kind, rank, number: path.at(-1) ?? 1, path, ordinal };
  }

  /**
   * Numbers that begin again under one parent, where the next heading of that parent's kind leaves a number out: the
   * heading between them is missing, and what follows belongs to it.
   */
  #openMissingParent({ kind, rank, number, found }: Arrival): void {
    if (found === undefined || this.#continuous.has(kind)) return;
    const parent = this.#parent;
    const run = parent.runs.get(kind);
    if (run && run.used.size > 0 ? number > run.highest : parent !== this.#root) return;
    const next = this.#sequence.nextOutside(found, rank);
    if (!next?.numbered || isAttachment(next) || (parent !== this.#root && next.kind !== parent.kind)) return;
    const missingNumber = (parent.section?.number ?? 0) + 1;
    const { path: nextPath, style, ordinal } = next.numbered;
    if ((nextPath.at(-1) ?? 0) <= missingNumber) return;
    const path = [...nextPath.slice(0, -1), missingNumber];
    const missing = {
      kind: next.kind,
      rank: this.#sequence.rankOf(next),
      number: missingNumber,
      path,
      ordinal: headingStyles[style].print(path, usualForm(ordinal)),
    };
    this.#closeTo(missing.rank);
    this.#push(missing);
  }

  /** Puts in what is missing before `arrival`; answers the number that it should have had, if that is another one. */
  #fillGap(arrival: Arrival, ahead: readonly number[]): number | undefined {
    const { kind, rank, found, ordinal } = arrival;
    const { missing, isWide, meant } = findGap(this.#runOf(kind), arrival.number, ahead);
    if (isWide) this.#diagnostics.push({ code: this.#missingCode, ...(found !== undefined && { found }) });
    for (const number of missing) {
      const path = [...arrival.path.slice(0, -1), number];
      this.#push({ kind, rank, number, path, ordinal: this.#ordinalLike(kind, path, ordinal) });
      this.#closeTo(rank);
    }
    return meant;
  }

  get #missingCode(): 'missing-chapter' | 'missing-section' {
    return this.#parent === this.#root ? 'missing-chapter' : 'missing-section';
  }

  #ordinalLike(kind: string, path: readonly number[], like?: string): string {
    const style = kind.split('/')[0] as keyof typeof headingStyles;
    return headingStyles[style].print(path, usualForm(like ?? this.#parent.section?.ordinal ?? ''));
  }

  #push(arrival: Arrival): void {
    this.#closeTo(arrival.rank);
    const parent = this.#parent;
    const oddity = arrival.path.length > 0 ? this.#count(arrival) : undefined;
    const { id, parentId } = this.#newId(
      arrival.kind === attachmentKind ? `a${arrival.number}` : String(arrival.number),
    );
    const isMissing = arrival.found === undefined;
    const hasMissingParent = parent.section !== undefined && parent.section.found === undefined;
    const section: PlacedHeading = {
      id,
      ...(parentId !== undefined && { parent: parentId }),
      level: (parent.section?.level ?? 0) + 1,
      number: arrival.number,
      ordinal: arrival.ordinal,
      ...((isMissing || hasMissingParent) && { inferred: true }),
      ...(arrival.found !== undefined && { found: arrival.found }),
    };
    const place = { section: id, ...(arrival.found !== undefined && { found: arrival.found }) };
    if (isMissing) this.#diagnostics.push({ code: this.#missingCode, ...place });
    else if (hasMissingParent) this.#diagnostics.push({ code: 'inferred-parent', ...place });
    if (oddity) this.#diagnostics.push({ code: oddity, ...place });
    this.#sections.push(section);
    this.#open.push({ rank: arrival.rank, kind: arrival.kind, section, path: arrival.path, runs: new Map() });
  }

  /** Notes the number in its run; tells what is odd about it there. */
  #count({ kind, rank, number, found, meant }: Arrival): PlanDiagnostic['code'] | undefined {
    const goesOn = () => found !== undefined && this.#sequence.numbersAhead(found, kind, rank).includes(2);
    return countNumber(this.#runOf(kind), number, { goesOn, meant });
  }

  /** Numbers joined by dots; where a number is used twice under one parent, the second is told apart as `2.3-2`. */
  #newId(number: string): { id: string; parentId?: string } {
    const parentId = this.#parent.section?.id;
    const base = parentId === undefined ? number : `${parentId}.${number}`;
    const uses = (this.#idUses.get(base) ?? 0) + 1;
    this.#idUses.set(base, uses);
    const id = uses === 1 ? base : `${base}-${uses}`;
    return parentId === undefined ? { id } : { id, parentId };
  }
}
