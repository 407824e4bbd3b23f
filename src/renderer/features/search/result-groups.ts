import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { PlanDocument } from '#core/plan/plan';
import type { SearchHit, Tally } from '#core/search/answer';
import { messages } from '#messages/zh-CN';
import type { NoteKey } from '../../store/search.ts';
import type { SearchedNotes } from '../../store/searched-notes.ts';
import type { FoundNote, FoundNotes } from '../../workers/search/search-messages.ts';

/** A section that answers. */
interface SectionResult {
  kind: 'section';
  key: string;
  document: string;
  plan: PlanDocument;
  hit: SearchHit;
  /** What is only related stands among what was found. */
  isMixed: boolean;
}

/** A note that answers. */
interface NoteResult {
  kind: 'note';
  key: string;
  document: string;
  note: FoundNote;
  mark: PlacedAnnotation;
  /** The text that it belongs to, where that can be read. */
  plan: PlanDocument | null;
  /** Of its document, where all are searched. */
  title: string | null;
}

export type ResultItem = SectionResult | NoteResult;

/** Results that stand together under a heading. */
export interface ResultSection {
  key: string;
  heading: string;
  /** How much there is, in words. */
  detail: string;
  /** Id of the document, where the heading is the title of one. */
  document?: string;
  items: ResultItem[];
}

/** Results of one kind. */
export interface ResultGroup {
  key: string;
  name: string;
  amount: number;
  /** How much there is, in words. */
  detail: string;
  sections: ResultSection[];
}

/** Everything that was found, with what it is found in. */
export interface Results {
  /** Id of the document in which the search began: it stands first. */
  home: string | null;
  plan: PlanDocument;
  texts: ReadonlyMap<string, PlanDocument>;
  /** All documents were searched. */
  isEverywhere: boolean;
  /** Those that are listed. */
  hits: readonly SearchHit[];
  tallies: readonly Tally[];
  notes: FoundNotes;
  searchedNotes: readonly SearchedNotes[];
}

const words = messages.search.results;

/** The kinds of results in the order of the list; one without results is left out. */
const kinds: readonly ((results: Results) => ResultGroup)[] = [
  hereGroup,
  elsewhereGroup,
  notesGroup,
  ledgerGroup,
  relatedGroup,
];

/**
 * What was found by its kind. With all documents the texts come in the order in which they are read: what comes in later, and
 * going from one to the other, leaves every result where it is.
 */
export function resultGroups(results: Results): ResultGroup[] {
  return kinds.map((groupOf) => groupOf(results)).filter(({ sections }) => sections.length > 0);
}

/** How much was found in the texts; every number that is shown of them comes from here. */
export interface TextAmounts {
  documents: number;
  sections: number;
  places: number;
  /** Sections that are merely related. */
  related: number;
}

export function amountsOf(tallies: readonly Tally[]): TextAmounts {
  const sum = (countOf: (tally: Tally) => number) => tallies.reduce((total, tally) => total + countOf(tally), 0);
  return {
    documents: tallies.filter(({ sections }) => sections > 0).length,
    sections: sum(({ sections }) => sections),
    places: sum(({ places }) => places),
    related: sum(({ related }) => related),
  };
}

export function keyOfHit({ document, section }: Pick<SearchHit, 'document' | 'section'>): string {
  return `${document} ${section ?? ''}`;
}

export function keyOfNote({ document, id }: NoteKey): string {
  return `note ${document} ${id}`;
}

function hereGroup(results: Results): ResultGroup {
  const { home, plan, texts, isEverywhere, hits, tallies } = results;
  // With all documents it is called by its title: which of them is open changes as the reader goes through the list.
  const first = home === null || home === plan.id ? plan : texts.get(home);
  const name = isEverywhere ? (first?.title ?? words.inThis) : words.inThis;
  const own = isEverywhere ? hits.filter(({ document }) => document === home) : hits.filter(isFound);
  const id = isEverywhere ? (home ?? plan.id) : plan.id;
  const sections = hitSection(results, id, own);
  const named = isEverywhere ? sections : sections.map((section) => untitled(section, words.inThis));
  const amounts = amountsOf(tallies.filter(({ document }) => document === id));
  return { key: 'here', name, amount: amountOf(amounts), detail: detailOf(amounts), sections: named };
}

function elsewhereGroup(results: Results): ResultGroup {
  const { home, plan, texts, isEverywhere, hits, tallies } = results;
  const ids = isEverywhere ? [...new Set([...texts.keys(), plan.id])].filter((id) => id !== home) : [];
  const sections = ids.flatMap((id) =>
    hitSection(
      results,
      id,
      hits.filter(({ document }) => document === id),
    ),
  );
  const amounts = amountsOf(tallies.filter(({ document }) => ids.includes(document)));
  const [amount, detail] = [amountOf(amounts), detailOf(amounts)];
  return { key: 'elsewhere', name: words.inOthers, amount, detail, sections };
}

function notesGroup(results: Results): ResultGroup {
  const { count, taskCount } = results.notes;
  const amount = count - taskCount;
  return noteGroup(results, { key: 'notes', name: words.inNotes, amount, detail: words.noteCount(amount) }, false);
}

function ledgerGroup(results: Results): ResultGroup {
  const amount = results.notes.taskCount;
  return noteGroup(results, { key: 'ledger', name: words.inLedger, amount, detail: words.taskCount(amount) }, true);
}

function noteGroup(
  { notes, searchedNotes, isEverywhere }: Results,
  group: Omit<ResultGroup, 'sections'>,
  isOfTasks: boolean,
): ResultGroup {
  const marks = new Map(
    searchedNotes.flatMap((of) =>
      of.notes.map((mark) => [keyOfNote({ document: of.document, id: mark.annotation.id }), { of, mark }] as const),
    ),
  );
  const items = notes.listed.flatMap((note): NoteResult[] => {
    const key = keyOfNote(note);
    const known = marks.get(key);
    // One that is gone meanwhile is not found the next time.
    if (known === undefined || note.isTask !== isOfTasks) return [];
    const title = isEverywhere ? known.of.title : null;
    return [{ kind: 'note', key, document: note.document, note, mark: known.mark, plan: known.of.plan, title }];
  });
  const section = { key: `group ${group.key}`, heading: group.name, detail: group.detail, items };
  return { ...group, sections: items.length === 0 ? [] : [section] };
}

function relatedGroup(results: Results): ResultGroup {
  const { plan, isEverywhere, hits, tallies } = results;
  const related = isEverywhere ? [] : hits.filter((hit) => !isFound(hit));
  const amount = amountsOf(tallies).related;
  const detail = words.relatedSections(amount);
  const sections = hitSection(results, plan.id, related).map((section) => ({
    ...untitled(section, words.related),
    key: 'group related',
    detail: '',
  }));
  return { key: 'related', name: words.related, amount, detail, sections };
}

/** The listed hits of one document under its title; none without hits. */
function hitSection(
  { plan, texts, isEverywhere, tallies }: Results,
  id: string,
  hits: readonly SearchHit[],
): ResultSection[] {
  const text = id === plan.id ? plan : texts.get(id);
  if (text === undefined) return [];
  const items = hits.map((hit): SectionResult => {
    return { kind: 'section', key: keyOfHit(hit), document: id, plan: text, hit, isMixed: isEverywhere };
  });
  const detail = detailOf(amountsOf(tallies.filter(({ document }) => document === id)));
  return items.length === 0 ? [] : [{ key: `group ${id}`, heading: text.title, detail, document: id, items }];
}

/** Under a heading that is no title. */
function untitled({ key, detail, items }: ResultSection, heading: string): ResultSection {
  return { key, heading, detail, items };
}

function isFound({ tier }: SearchHit): boolean {
  return tier !== 'related';
}

/** How many places, without what is only related; where all of it is, how many sections. */
function amountOf({ places, related }: TextAmounts): number {
  return places || related;
}

function detailOf({ places, related }: TextAmounts): string {
  return places > 0 ? words.places(places) : words.relatedSections(related);
}
