import { decidedKind, type FoundHeading } from './find-headings.ts';
import { type StyleName, styleNames } from './heading-styles.ts';

/**
 * The rank of each kind of heading, 0 for the outermost. Documents nest the same styles differently, so the order comes
 * from the document: a heading with number 1 directly after one of another kind lies inside it, and the majority of such
 * places decides. Kinds that never meet so stand in the usual order.
 */
export function rankKinds(headings: readonly FoundHeading[]): Map<string, number> {
  const undecided = headings.filter(({ decidedLevel }) => decidedLevel === undefined);
  const inside = undecided.filter((heading) => !isAttachment(heading));
  const ranks = new Map(orderNumberedKinds(inside).map((kind, rank): [string, number] => [kind, rank]));
  const all = rankHintedKinds(inside, ranks);
  for (const { kind } of headings.filter(isAttachment)) all.set(kind, attachmentRank);
  return rankDecidedKinds(headings, all);
}

/** Attachments stand beside the chapters, outside everything that they or the text before them contain. */
const attachmentRank = -1_000_000;

export function isAttachment({ numbered }: FoundHeading): boolean {
  return numbered?.style === 'attachment';
}

/** Level n, as the reader counts, is where the nth kind from the outermost stands in this document. */
function rankDecidedKinds(headings: readonly FoundHeading[], ranks: Map<string, number>): Map<string, number> {
  const all = new Map(ranks);
  const places = [...new Set(ranks.values())]
    .filter((rank) => rank !== attachmentRank)
    .sort((one, other) => one - other);
  for (const { decidedLevel } of headings) {
    if (decidedLevel === undefined) continue;
    // inside an attachment, which is a level itself, everything stands one level further in
    for (const level of [decidedLevel, decidedLevel - 1]) {
      const beyond = (places.at(-1) ?? 0) + level - places.length;
      all.set(decidedKind(level), level === 0 ? attachmentRank : (places[level - 1] ?? beyond));
    }
  }
  return all;
}

/**
 * The headings with those that the reader decided on in their places: one whose number belongs on that level anyway keeps
 * it, any other is a heading without a number, whatever it begins with.
 */
export function settleDecided(headings: readonly FoundHeading[], texts: readonly string[]): FoundHeading[] {
  const ranks = rankKinds(headings);
  let inAttachment = false;
  return headings.map((heading, index) => {
    const { decidedLevel } = heading;
    if (decidedLevel === undefined) {
      inAttachment ||= isAttachment(heading);
      return heading;
    }
    const kind = decidedKind(inAttachment ? decidedLevel - 1 : decidedLevel);
    if (heading.numbered && ranks.get(heading.kind) === ranks.get(kind)) {
      inAttachment ||= isAttachment(heading);
      return heading;
    }
    return { kind, decidedLevel, words: heading.numbered ? (texts[index] ?? '') : heading.words };
  });
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
