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
const knownElsewhere = new WeakMap<PlanDocument, readonly QuickEntry[]>();

/** The sections of a document, in reading order; made once, since there may be thousands. */
export function sectionEntries(plan: PlanDocument): readonly QuickEntry[] {
  return remembered(known, plan, () => plan.sections.map((section) => sectionEntry(plan, section)));
}

/** The same as they are named beside those of the open document. */
export function otherSectionEntries(plan: PlanDocument): readonly QuickEntry[] {
  return remembered(knownElsewhere, plan, () =>
    sectionEntries(plan).map((entry) => ({ ...entry, detail: plan.title })),
  );
}

function remembered<Value>(values: WeakMap<PlanDocument, Value>, plan: PlanDocument, make: () => Value): Value {
  const value = values.get(plan) ?? make();
  values.set(plan, value);
  return value;
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
    const index = text.sections.findIndex(({ id }) => id === section);
    const entry = (text === plan ? sectionEntries : otherSectionEntries)(text)[index];
    if (entry !== undefined && entries.size < most) entries.set(entry.id, entry);
  }
  return [...entries.values()];
}

function sectionOf(place: Place): string | undefined {
  return place.current ?? ('section' in place ? place.section : undefined);
}
