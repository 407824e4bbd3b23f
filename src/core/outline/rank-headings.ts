import type { FoundHeading } from './find-headings.ts';
import { type StyleName, styleNames } from './heading-styles.ts';

/**
 * The rank of each kind of heading, 0 for the outermost. Documents nest the same styles differently, so the order comes
 * from the document: a heading with number 1 directly after one of another kind lies inside it, and the majority of such
 * places decides. Kinds that never meet so stand in the usual order.
 */
export function rankKinds(headings: readonly FoundHeading[]): Map<string, number> {
  const ranks = new Map(orderNumberedKinds(headings).map((kind, rank): [string, number] => [kind, rank]));
  return rankHintedKinds(headings, ranks);
}

function orderNumberedKinds(headings: readonly FoundHeading[]): string[] {
  const numbered = headings.filter((heading) => heading.numbered);
  const remaining = new Set([...new Set(numbered.map((heading) => heading.kind))].sort(byUsualOrder));
  const votes = countNestings(numbered);
  const order: string[] = [];
  while (remaining.size > 0) {
    const lies = (kind: string, inside: string) =>
      (votes.get(`${inside}>${kind}`) ?? 0) > (votes.get(`${kind}>${inside}`) ?? 0);
    const depths = [...remaining].map((kind) => ({
      kind,
      containers: [...remaining].filter((other) => lies(kind, other)).length,
    }));
    // normally 0; contradictory documents may nest in a circle, and then the least contained comes first
    const fewest = Math.min(...depths.map(({ containers }) => containers));
    const outermost = depths.find(({ containers }) => containers === fewest);
    if (!outermost) break;
    order.push(outermost.kind);
    remaining.delete(outermost.kind);
  }
  return order;
}

function countNestings(numbered: readonly FoundHeading[]): Map<string, number> {
  const votes = new Map<string, number>();
  const nextOfKind = new Map<string, number | undefined>();
  for (let index = numbered.length - 1; index > 0; index -= 1) {
    const [container, heading] = [numbered[index - 1], numbered[index]];
    if (!container || !heading) continue;
    nextOfKind.set(heading.kind, heading.numbered?.path.at(-1));
    if (container.kind === heading.kind || heading.numbered?.path.at(-1) !== 1) continue;
    // 1. 2. before the first 一、 of a preface do not contain it; a container goes on afterwards
    const goesOn = nextOfKind.get(container.kind) === (container.numbered?.path.at(-1) ?? 0) + 1;
    if (!goesOn && byUsualOrder(container.kind, heading.kind) > 0) continue;
    const nesting = `${container.kind}>${heading.kind}`;
    votes.set(nesting, (votes.get(nesting) ?? 0) + 1);
  }
  return votes;
}

function byUsualOrder(one: string, other: string): number {
  return usualPlace(one) - usualPlace(other);
}

function usualPlace(kind: string): number {
  const [style = '', depth = '1'] = kind.split('/');
  return styleNames.indexOf(style as StyleName) * 10 + Number(depth);
}

/** A heading without a number stands beside the numbered ones of the same hinted level, or just inside the next outer ones. */
function rankHintedKinds(headings: readonly FoundHeading[], ranks: Map<string, number>): Map<string, number> {
  const outermostAtLevel = new Map<number, number>();
  for (const { kind, numbered, hintedLevel } of headings) {
    const rank = ranks.get(kind);
    if (!numbered || hintedLevel === undefined || rank === undefined) continue;
    outermostAtLevel.set(hintedLevel, Math.min(rank, outermostAtLevel.get(hintedLevel) ?? rank));
  }
  const all = new Map(ranks);
  for (const { kind, numbered, hintedLevel } of headings) {
    if (numbered || hintedLevel === undefined || all.has(kind)) continue;
    const outer = [...outermostAtLevel].filter(([level]) => level < hintedLevel).map(([, rank]) => rank);
    const inside = outer.length > 0 ? Math.max(...outer) + hintedLevel / 1000 : hintedLevel - 1000;
    all.set(kind, outermostAtLevel.get(hintedLevel) ?? inside);
  }
  return all;
}
