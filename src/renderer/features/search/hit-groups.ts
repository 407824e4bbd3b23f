import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit } from '#core/search/index';

/** Results that stand together: those of one document, or of the open one those that have the words and those related. */
export interface HitGroup {
  key: string;
  kind: 'document' | 'found' | 'related';
  plan: PlanDocument;
  /** Those that are listed. */
  hits: SearchHit[];
  /** Places of all hits, listed or not, without what is only related. */
  places: number;
}

export interface HitGrouping {
  /** Id of the document in which the search began: it stands first. */
  home: string | null;
  plan: PlanDocument | null;
  texts: ReadonlyMap<string, PlanDocument>;
  /** All documents were searched. */
  isEverywhere: boolean;
}

/** Hits beyond those that were located are only counted. */
export function isListed({ ranges }: SearchHit): boolean {
  return ranges.length > 0;
}

/**
 * The groups in the order of the list. With all documents each is one, in the order in which they are read: what comes in
 * later, and going from one to the other, leaves every result where it is.
 */
export function hitGroups(hits: readonly SearchHit[], { home, plan, texts, isEverywhere }: HitGrouping): HitGroup[] {
  if (plan === null) return [];
  const groups = new Map<string, HitGroup>();
  for (const hit of hits) {
    const text = hit.document === plan.id ? plan : texts.get(hit.document);
    if (text === undefined) continue;
    const kind = isEverywhere ? 'document' : hit.tier === 'related' ? 'related' : 'found';
    const key = isEverywhere ? hit.document : kind;
    const group = groups.get(key) ?? { key, kind, plan: text, hits: [], places: 0 };
    groups.set(key, group);
    if (isListed(hit)) group.hits.push(hit);
    if (hit.tier !== 'related') group.places += hit.count;
  }
  const order = [home, ...texts.keys(), plan.id];
  return [...groups.values()]
    .filter((group) => group.hits.length > 0)
    .sort((left, right) => (isEverywhere ? order.indexOf(left.key) - order.indexOf(right.key) : 0));
}
