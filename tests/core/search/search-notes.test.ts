import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#core/search/fold';
import { noteExcerptOf } from '#core/search/note-excerpt';
import { type NotePart, type NoteRecord, searchNotes, searchNotesByPattern } from '#core/search/search-notes';
import { sliceByCodePoints, type TextRange } from '#core/text/code-points';

const notes: NoteRecord[] = [
  {
    id: 'reports',
    body: '下周一向教育局报备名额，办公室盖章',
    quote: '健全公办民办同步招生入学机制',
    task: '',
    tags: ['招生', '待议'],
  },
  { id: 'labour', body: '', quote: '加强新时代劳动教育', task: '每班每周一节\n总务处', tags: ['德育'] },
  { id: 'rare', body: '𠮷林市的“双减”与双创　教育', quote: '', task: '', tags: [] },
  { id: 'lines', body: '教育\n发展', quote: '', task: '', tags: ['ABC'] },
];

/** Ids of what was found with its tier, and what is painted of it. */
function found(query: string, part?: NotePart) {
  return searchNotes(notes, query, part).map(({ note, tier, body, quote, task, tags }) => {
    const painted = (text: string, ranges: readonly TextRange[]) =>
      ranges.map((range) => sliceByCodePoints(text, range));
    const inTags = note.tags.flatMap((tag, index) => painted(tag, tags[index] ?? []));
    return [
      note.id,
      tier,
      ...painted(note.body, body),
      ...painted(note.quote, quote),
      ...painted(note.task, task),
      ...inTags,
    ].join(' ');
  });
}

test.each([
  ['the body', '报备', ['reports literal 报备']],
  ['the quote', '劳动教育', ['labour literal 劳动教育']],
  ['a tag', '德育', ['labour literal 德育']],
  ['all parts of one note', '招生', ['reports literal 招生 招生']],
  ['traditional characters', '報備', ['reports literal 报备']],
  ['full width and capitals', 'ａｂｃ', ['lines literal ABC']],
  ['after a character of two units', '林市', ['rare literal 林市']],
  ['what stands in quotes', '双减与双创', ['rare loose 双减”与双创']],
  ['quotes that are not there', '“报备”', ['reports loose 报备']],
  ['terms in different parts', '报备 入学', ['reports and 报备 入学']],
  ['a term that is nowhere', '报备 航天', []],
  ['syllables', 'baobei', ['reports pinyin 报备']],
  ['initials', 'ldjy', ['labour pinyin 劳动教育']],
  ['initials of a tag and more', 'zsrxj', ['reports pinyin 招生入学机']],
  ['two letters are the initials of everything', 'ld', []],
  ['a line break in the query', '教育\n发展', ['lines literal 教育\n发展']],
  ['no hit crosses lines', '教育发展', []],
  ['nothing', ' ', []],
  ['signs of a query language', '航天~^:+*', []],
  ['signs around what is there', '报备~^:+*', ['reports loose 报备']],
])('finds %s: %s', (_, query, expected) => {
  expect(found(query)).toEqual(expected);
});

test.each([
  ['总务', ['labour literal 总务']],
  ['劳动', ['labour literal 劳动']],
  ['招生', []],
  ['zongwuch', ['labour pinyin 总务处']],
])('of tasks alone: %s', (query, expected) => {
  expect(found(query, 'tasks')).toEqual(expected);
});

test.each([
  ['招生', ['reports literal 招生']],
  ['报备', []],
  ['zhaosh', ['reports pinyin 招生']],
])('of tags alone: %s', (query, expected) => {
  expect(found(query, 'tags')).toEqual(expected);
});

test('what is closer comes first, what is equally close in the order given', () => {
  const written = ['“双”减', '双减一', '减双', '双减二'].map((body) => ({
    id: body,
    body,
    quote: '',
    task: '',
    tags: [],
  }));
  expect(searchNotes(written, '双减').map(({ note, tier }) => [note.id, tier])).toEqual([
    ['双减一', 'literal'],
    ['双减二', 'literal'],
    ['“双”减', 'loose'],
  ]);
});

test('every slice of every note is found and painted exactly', () => {
  const words = fc.string({ unit: fc.constantFrom('教', '育', '𠮷', '“', '”', ' ', 'A', '1', '，'), maxLength: 12 });
  fc.assert(
    fc.property(words, words, fc.nat(12), fc.integer({ min: 1, max: 6 }), (body, quote, from, length) => {
      const slice = [...body].slice(from, from + length).join('');
      fc.pre(slice.trim() !== '');
      const [hit] = searchNotes([{ id: 'one', body, quote, task: '', tags: [] }], slice);
      expect(hit?.tier).toBe('literal');
      const inside = hit?.body.filter(({ start, end }) => start >= from && end <= from + length) ?? [];
      expect(inside.map((range) => fold(sliceByCodePoints(body, range)))).toEqual([fold(slice)]);
    }),
  );
});

describe('a regular expression', () => {
  test.each([
    ['下周.', ['下周一'], 'notes'],
    ['林.{2}', ['林市的'], 'notes'],
    ['^.生$', ['招生'], 'tags'],
    ['x*', [], 'notes'],
  ] as const)('%s', (source, expected, part) => {
    const hits = searchNotesByPattern(notes, new RegExp(source, 'giu'), part);
    const painted = hits.flatMap(({ note, body, tags }) => [
      ...body.map((range) => sliceByCodePoints(note.body, range)),
      ...note.tags.flatMap((tag, index) => (tags[index] ?? []).map((range) => sliceByCodePoints(tag, range))),
    ]);
    expect(painted).toEqual(expected);
  });
});

describe('the excerpt', () => {
  const excerpt = (note: Partial<NoteRecord>, query: string) => {
    const [hit] = searchNotes([{ id: 'one', body: '', quote: '', task: '', tags: [], ...note }], query);
    return hit === undefined ? undefined : noteExcerptOf(hit);
  };
  const written = (pieces: readonly { text: string; hit: boolean }[] = []) =>
    pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

  test('has the hit in the middle, marked', () => {
    const body = `${'前'.repeat(80)}报备${'后'.repeat(80)}`;
    expect(written(excerpt({ body }, '报备')?.body)).toBe(`…${'前'.repeat(14)}[报备]${'后'.repeat(58)}…`);
  });

  test('marks what pinyin spells', () => {
    expect(written(excerpt({ body: '向教育局报备名额' }, 'baobei')?.body)).toBe('向教育局[报备]名额');
  });

  test('shows the quote where it was hit or nothing is written, and only the tags that were hit', () => {
    const found = excerpt({ body: '报备', quote: '招生\n入学', task: '', tags: ['招生', '待议'] }, '招生');
    expect(written(found?.body)).toBe('报备');
    expect(written(found?.quote)).toBe('[招生] 入学');
    expect(found?.tags.map(written)).toEqual(['[招生]']);
    expect(excerpt({ body: '报备', quote: '招生' }, '报备')?.quote).toEqual([]);
    expect(written(excerpt({ quote: '招生', task: '', tags: ['待议'] }, '待议')?.quote)).toBe('招生');
  });
});
