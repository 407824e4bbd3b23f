import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { sectionNumber, sectionPath, sectionTitle } from '#core/plan/section-tree';
import { quickName } from '#core/search/quick-match';
import { codePointLength, sliceByCodePoints } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import type { Place } from '../../store/navigation.ts';
import { neverUsed, type QuickEntry } from './entry.ts';

const missing = { chapter: messages.outline.missingChapter, section: messages.outline.missingSection };
/** Code points of a name; a numbered paragraph without a heading is named by its first words. */
const longestName = 120;
const known = new WeakMap<PlanDocument, readonly QuickEntry[]>();

/** The sections of a document, in reading order; made once, since there may be thousands. */
export function sectionEntries(plan: PlanDocument): readonly QuickEntry[] {
  let entries = known.get(plan);
  if (entries === undefined) {
    entries = plan.sections.map((section) => sectionEntry(plan, section));
    known.set(plan, entries);
  }
  return entries;
}

function sectionEntry(plan: PlanDocument, section: PlanSection): QuickEntry {
  const { id, ordinal } = section;
  const number = sectionNumber(plan, id);
  const words = sectionTitle(plan, section, missing).slice(ordinal.length).trimStart();
  const name = sliceByCodePoints(words, { start: 0, end: longestName });
  const parents = sectionPath(plan, id).slice(0, -1);
  return {
    id: `section:${plan.id}:${id}`,
    target: { kind: 'section', document: plan.id, section: id },
    number,
    name,
    detail: parents.map((parent) => sectionTitle(plan, parent, missing)).join(' › '),
    quick: quickName(ordinal + name, { lead: codePointLength(ordinal), id, forms: [number, ordinal] }),
    recency: neverUsed,
  };
}

/** The sections that the reader has left, the latest first, each once; without the one that is being read. */
export function recentSections(
  { plan, otherTexts, backPlaces, forwardPlaces, currentSection }: AppState,
  most: number,
): QuickEntry[] {
  if (plan === null) return [];
  const entries = new Map<string, QuickEntry>();
  for (const place of [...[...backPlaces].reverse(), ...[...forwardPlaces].reverse()]) {
    const document = place.document ?? plan.id;
    const section = sectionOf(place);
    if (document === plan.id && section === currentSection) continue;
    const text = document === plan.id ? plan : otherTexts.get(document);
    if (text === undefined) continue;
    const entry = sectionEntries(text).find(({ target }) => target.kind === 'section' && target.section === section);
    if (entry !== undefined && entries.size < most) entries.set(entry.id, text === plan ? entry : ofOther(text, entry));
  }
  return [...entries.values()];
}

/** A section as it is named beside those of the open document. */
export function ofOther(plan: PlanDocument, entry: QuickEntry): QuickEntry {
  return { ...entry, detail: plan.title };
}

function sectionOf(place: Place): string | undefined {
  return place.current ?? ('section' in place ? place.section : undefined);
}
