import type { TextRange } from '../text/code-points.ts';
import { fold, foldWithSources } from './fold.ts';
import { loosen, loosenWithSources } from './loosen.ts';
import { rangesOf } from './place-list.ts';
import { parseQuery, type Query } from './query.ts';
import { scan } from './scan.ts';
import { spellingOf } from './spelling.ts';

/** What of a note is searched. */
export interface NoteRecord {
  id: string;
  /** The note itself, as it is read. */
  body: string;
  /** The passage that it is about. */
  quote: string;
  /** What is filled in of the task that it is, in lines; empty where it is none. */
  task: string;
  tags: readonly string[];
}

/** How close a note is to what was typed: as the tiers of the text, or by a regular expression. */
export type NoteTier = 'literal' | 'loose' | 'and' | 'pinyin' | 'pattern';

/** A note that answers the query, with the places in code points of its parts. */
export interface NoteHit<Note extends NoteRecord = NoteRecord> {
  note: Note;
  tier: NoteTier;
  body: TextRange[];
  quote: TextRange[];
  task: TextRange[];
  /** For each tag of the note. */
  tags: TextRange[][];
}

/** Whether the whole note is searched, its tags alone, or nothing but tasks with the passages that they are about. */
export type NotePart = 'notes' | 'tags' | 'tasks';

type Form = 'exact' | 'loose';

/** A part of a note, folded; the way back is worked out where something was found. */
interface Field {
  /** The exact form, for being spelled: marks are passed over there. */
  units: () => Uint16Array;
  textOf: (form: Form) => string;
  sourcesOf: (form: Form) => Int32Array;
}

/** Places in each field of a note: its body, its quote, its task, and its tags. */
type Places = TextRange[][];
type Find = (fields: readonly Field[]) => Places;

/** A note has no more places than anybody looks at. */
const mostPlaces = 100;
const none: TextRange[] = [];

/**
 * Every note that answers the query, the closest first and else in the order given; each once, in the best tier that found
 * it. Fold and tiers are those of the text. Never throws; the empty query finds nothing.
 */
export function searchNotes<Note extends NoteRecord>(
  notes: readonly Note[],
  query: string,
  part: NotePart = 'notes',
): NoteHit<Note>[] {
  const found = new Map<Note, NoteHit<Note>>();
  for (const { tier, isWanted, find } of tiersFor(parseQuery(query))) {
    if (!isWanted(found.size)) continue;
    for (const note of notes) {
      if (found.has(note)) continue;
      const places = find(fieldsOf(note, part));
      if (places.some(({ length }) => length > 0)) found.set(note, hitOf(note, tier, places));
    }
  }
  return [...found.values()];
}

/** Every note that a regular expression matches, in the order given. The expression can take practically forever. */
export function searchNotesByPattern<Note extends NoteRecord>(
  notes: readonly Note[],
  pattern: RegExp,
  part: NotePart = 'notes',
): NoteHit<Note>[] {
  return notes.flatMap((note) => {
    const places = textsOf(note, part).map((text) => matchesIn(text, pattern));
    return places.some(({ length }) => length > 0) ? [hitOf(note, 'pattern', places)] : [];
  });
}

interface NoteTierRule {
  tier: NoteTier;
  /** Given how many notes were found so far. */
  isWanted: (found: number) => boolean;
  find: Find;
}

function tiersFor({ exact, loose, bare, terms, letters }: Query): NoteTierRule[] {
  const always = () => true;
  const inEach =
    (find: (field: Field) => TextRange[]): Find =>
    (fields) =>
      fields.map(find);
  return [
    { tier: 'literal' as const, isMeant: exact.length > 0, isWanted: always, find: inEach(scanned('exact', exact)) },
    { tier: 'loose' as const, isMeant: loose.length > 0, isWanted: always, find: inEach(scanned('loose', loose)) },
    {
      tier: 'loose' as const,
      isMeant: bare.length > 0,
      isWanted: (found: number) => found === 0,
      find: inEach(scanned('loose', bare)),
    },
    { tier: 'and' as const, isMeant: terms.length > 0, isWanted: always, find: allTerms(terms) },
    { tier: 'pinyin' as const, isMeant: letters !== '', isWanted: always, find: inEach(spelled(letters)) },
  ].filter(({ isMeant }) => isMeant);
}

function scanned(form: Form, parts: readonly string[]) {
  return (field: Field): TextRange[] => {
    const places: TextRange[] = [];
    scan(field.textOf(form), parts, (start, end) => {
      if (places.length < mostPlaces) places.push(rangeOf(field.sourcesOf(form), start, end));
    });
    return places;
  };
}

function spelled(letters: string) {
  const spelling = spellingOf(letters);
  return ({ units, sourcesOf }: Field): TextRange[] => {
    const places = spelling.inUnits(units(), mostPlaces).taken();
    return rangesOf(places).map(({ start, end }) => rangeOf(sourcesOf('exact'), start, end));
  };
}

/** All terms must be somewhere in the note; each may be in another part of it. */
function allTerms(terms: readonly string[]): Find {
  return (fields) => {
    const ofTerms = terms.map((term) => fields.map(scanned('exact', [term])));
    if (!ofTerms.every((places) => places.some(({ length }) => length > 0))) return fields.map(() => none);
    return fields.map((_, field) => ofTerms.flatMap((places) => places[field] ?? []).sort(byStart));
  };
}

function byStart(left: TextRange, right: TextRange): number {
  return left.start - right.start || left.end - right.end;
}

function rangeOf(sources: Int32Array, start: number, end: number): TextRange {
  return { start: sources[start] ?? 0, end: (sources[end - 1] ?? 0) + 1 };
}

function hitOf<Note extends NoteRecord>(note: Note, tier: NoteTier, places: Places): NoteHit<Note> {
  const [body = none, quote = none, task = none, ...tags] = places;
  return { note, tier, body, quote, task, tags };
}

function textsOf({ body, quote, task, tags }: NoteRecord, part: NotePart): string[] {
  if (part === 'tags') return ['', '', '', ...tags];
  if (part === 'tasks') return ['', task === '' ? '' : quote, task];
  return [body, quote, task, ...tags];
}

const foldedNotes = new WeakMap<NoteRecord, Field[]>();
const empty: Field = fieldOf('');

function fieldsOf(note: NoteRecord, part: NotePart): Field[] {
  let fields = foldedNotes.get(note);
  if (fields === undefined) {
    fields = textsOf(note, 'notes').map(fieldOf);
    foldedNotes.set(note, fields);
  }
  if (part === 'notes') return fields;
  const isSearched = textsOf(note, part).map((text) => text !== '');
  return fields.map((field, index) => (isSearched[index] ? field : empty));
}

function fieldOf(text: string): Field {
  const exact = fold(text);
  let loose: string | undefined;
  let units: Uint16Array | undefined;
  const sources = new Map<Form, Int32Array>();
  return {
    units: () => {
      units ??= Uint16Array.from({ length: exact.length }, (_, at) => exact.charCodeAt(at));
      return units;
    },
    textOf: (form) => {
      if (form === 'exact') return exact;
      loose ??= loosen(exact);
      return loose;
    },
    sourcesOf: (form) => {
      let known = sources.get(form);
      if (known === undefined) {
        const folded = foldWithSources(text);
        known = (form === 'exact' ? folded : loosenWithSources(folded)).sources;
        sources.set(form, known);
      }
      return known;
    },
  };
}

function matchesIn(text: string, pattern: RegExp): TextRange[] {
  const places: TextRange[] = [];
  let units = 0;
  let codePoints = 0;
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (match === '') continue;
    const start = codePoints + [...text.slice(units, index)].length;
    const end = start + [...match].length;
    places.push({ start, end });
    units = index + match.length;
    codePoints = end;
    if (places.length === mostPlaces) break;
  }
  return places;
}
