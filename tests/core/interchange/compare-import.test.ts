import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { newTask } from '#core/annotation/task';
import { compareImport } from '#core/interchange/compare-import';
import { sampleAnnotation } from '../annotation/sample-annotation.ts';

const times = ['2026-11-23T09:20:00+08:00', '2026-11-24T09:20:00+08:00', '2026-11-25T09:20:00+08:00'] as const;

function note(fields: Partial<Annotation> = {}): Annotation {
  return { ...sampleAnnotation, created: times[0], modified: times[1], ...fields };
}

function compare(ours: Annotation | null, theirs: Annotation, { isOwn = true, removed = false } = {}) {
  const here = ours === null ? [] : [ours];
  const { items } = compareImport({ annotations: removed ? [] : here, removed: removed ? here : [] }, [
    { annotation: theirs, isOwn },
  ]);
  return items[0];
}

const cases: [
  name: string,
  ours: Partial<Annotation>,
  theirs: Partial<Annotation>,
  kind: string | undefined,
  body: string,
][] = [
  ['the same', {}, {}, undefined, ''],
  ['the same content, changed and changed back', { rev: 4 }, { rev: 2 }, undefined, ''],
  ['theirs is a later state', { rev: 2, body: '旧' }, { rev: 3, modified: times[2], body: '新' }, 'changed', '新'],
  [
    'ours is a later state without their words',
    { rev: 3, modified: times[2], body: '二' },
    { rev: 2, body: '一' },
    'older',
    '二\n\n— 冲突副本（PC-B，2026-11-24T09:20:00+08:00）—\n\n一',
  ],
  [
    'ours says all that theirs says, line by line',
    { rev: 3, modified: times[2], body: '文\n\n— 冲突副本（PC-B，2026-11-24T09:20:00+08:00）—\n\n一' },
    { rev: 2, body: '一' },
    undefined,
    '',
  ],
  [
    'both were changed',
    { rev: 3, modified: times[2], body: '我' },
    { rev: 3, body: '他' },
    'conflict',
    '我\n\n— 冲突副本（PC-B，2026-11-24T09:20:00+08:00）—\n\n他',
  ],
  [
    'revision and time disagree',
    { rev: 3, body: '我' },
    { rev: 2, modified: times[2], body: '他' },
    'conflict',
    '我\n\n— 冲突副本（PC-B，2026-11-25T09:20:00+08:00）—\n\n他',
  ],
];

describe('comparing a file with what is here', () => {
  it.each(cases)('%s', (_name, ours, theirs, kind, body) => {
    const item = compare(note(ours), note({ device: 'PC-B', ...theirs }));
    expect(item?.kind).toBe(kind);
    if (kind !== undefined) expect(item?.result.body).toBe(body);
  });

  it('takes a new one just as it is', () => {
    const theirs = note({ author: '李老师', rev: 7 });
    expect(compare(null, theirs)).toEqual({ kind: 'new', incoming: theirs, existing: null, result: theirs });
  });

  it('never changes what a note was made on, by whom and when', () => {
    const theirs = note({
      rev: 9,
      modified: times[2],
      body: '新',
      author: '别人',
      created: times[2],
      documentTitle: '假',
      target: { ...sampleAnnotation.target, exact: '假' },
    });
    const { author, created, documentTitle, target } = note();
    expect(compare(note(), theirs)?.result).toMatchObject({
      author,
      created,
      documentTitle,
      target,
      body: '新',
      rev: 9,
    });
  });

  it('brings a deleted one back later than it was deleted, with the words of both', () => {
    const item = compare(note({ rev: 5, body: '我' }), note({ rev: 2, body: '他', device: 'PC-B' }), { removed: true });
    expect(item).toMatchObject({ kind: 'deleted', existing: { rev: 5 }, result: { rev: 6 } });
    expect(item?.result.body).toContain('我');
    expect(item?.result.body).toContain('他');
  });

  it('tells by the revision whether a note of another program was changed here', () => {
    const theirs = note({ rev: 1, label: 'other', modified: times[2], body: '新', device: '' });
    const placement = { ...sampleAnnotation.target, start: 1, end: 15 };
    const untouched = compare(note({ rev: 1, label: 'data', body: '旧', placement }), theirs, { isOwn: false });
    expect(untouched).toMatchObject({ kind: 'changed', result: { rev: 1, label: 'data', body: '新', placement } });
    const changedHere = compare(note({ rev: 2, body: '旧' }), theirs, { isOwn: false });
    expect(changedHere).toMatchObject({ kind: 'conflict' });
    for (const words of ['新', '旧']) expect(changedHere?.result.body).toContain(words);
    const earlier = compare(
      note({ rev: 2, modified: times[2], body: '旧' }),
      { ...theirs, modified: times[0] },
      { isOwn: false },
    );
    expect(earlier?.kind).toBe('older');
  });

  const versions = fc.record({
    rev: fc.integer({ min: 1, max: 4 }),
    modified: fc.constantFrom(...times),
    label: fc.constantFrom('important', 'data', 'other'),
    tags: fc.uniqueArray(fc.constantFrom('招生', '师资', '经费')),
    body: fc.constantFrom('', '一', '二', '一\n二', '三\n\n四'),
    device: fc.constantFrom('PC-A', 'PC-B'),
  });

  it('finds nothing more after the import, and keeps the words of both unless theirs is the later state', () => {
    fc.assert(
      fc.property(versions, versions, fc.boolean(), fc.boolean(), (ours, theirs, isOwn, removed) => {
        const incoming = note({ ...theirs, ...(isOwn ? {} : { rev: 1 }) });
        const item = compare(note(ours), incoming, { isOwn, removed });
        if (item === undefined) return;
        expect(compare(item.result, incoming, { isOwn })).toBeUndefined();
        if (item.kind === 'changed') return;
        const lines = new Set(item.result.body.split('\n'));
        for (const line of [...ours.body.split('\n'), ...theirs.body.split('\n')]) {
          if (line !== '') expect(lines).toContain(line);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('tasks', () => {
  const task = { ...newTask, owner: '王' };

  it('of a later state come with it, though nothing else is different', () => {
    const item = compare(
      note({ rev: 2, task }),
      note({ rev: 3, modified: times[2], task: { ...task, status: 'done' } }),
    );
    expect(item).toMatchObject({ kind: 'changed', result: { rev: 3, task: { owner: '王', status: 'done' } } });
  });

  it('stay where another program says nothing of them', () => {
    const { task: _, ...silent } = note({ rev: 1, modified: times[2], body: '新' });
    expect(compare(note({ rev: 1, task }), silent, { isOwn: false })?.result).toMatchObject({ body: '新', task });
  });
});
