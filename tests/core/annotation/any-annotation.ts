import fc from 'fast-check';
import type { Annotation, Selectors } from '#core/annotation/annotation';
import type { Task } from '#core/annotation/task';
import { sampleAnnotation } from './sample-annotation.ts';

/** Any UTF-16 text: lone surrogates, control characters, line separators, YAML and Markdown syntax. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '---',
        '\n',
        '\r\n',
        '\r',
        '"',
        "'",
        '\\',
        ': ',
        '# ',
        '- ',
        '\t',
        '👩‍🏫',
        '\u2028',
        '\ufeff',
        '{',
        '|',
        ' ',
      ),
    )
    .map((parts) => parts.join('')),
);
const timestamp = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}+08:00`);

const selectors: fc.Arbitrary<Selectors> = fc
  .record({
    exact: anyText.map((text) => text || '健全'),
    prefix: anyText,
    suffix: anyText,
    start: fc.nat(),
    length: fc.integer({ min: 1, max: 1000 }),
    sectionPath: anyText,
    sectionHeading: anyText,
    textHash: fc.constant('sha256-8bf7b261fd5c0741'),
    occurrences: fc.nat(1000),
    decoy: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000 }).map((value) => value + 0),
  })
  .map(({ length, ...target }) => ({ ...target, end: target.start + length }));

const day = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const something = anyText.map((text) => text || '劳动教育');

const tasks: fc.Arbitrary<Task> = fc.record({
  status: fc.constantFrom('pending', 'active', 'done', 'delayed', 'paused', '办理中'),
  measure: anyText,
  leader: anyText.map((text) => text.slice(0, 60)),
  department: fc.constantFrom('', '教务处'),
  owner: fc.constantFrom('', '王老师'),
  partners: fc.array(fc.constantFrom('德育处', '总务处'), { maxLength: 3 }),
  start: fc.oneof(fc.constant(''), day),
  due: fc.oneof(fc.constant(''), day),
  completion: fc.integer({ min: 0, max: 100 }),
  criterion: anyText,
  progress: fc.array(fc.record({ date: day, text: something }), { maxLength: 3 }),
  evidence: fc.array(something, { maxLength: 3 }),
  remark: anyText,
});

const states = fc.uniqueArray(
  fc.nat(0xffff).map((number) => number.toString(16).padStart(12, '0')),
  { minLength: 1, maxLength: 3 },
);

const records = fc.record({ past: states, removed: states });
const keptTasks = fc.record({
  time: timestamp,
  task: tasks.map((task) => ({ ...task, leader: task.leader || '李校长' })),
});

const fields = {
  id: fc.constant(sampleAnnotation.id),
  document: fc.constantFrom('jilin-145-education', 'a', 'x-1'),
  documentTitle: anyText,
  created: timestamp,
  modified: timestamp,
  author: anyText,
  device: anyText,
  rev: fc.integer({ min: 1, max: 1_000_000 }),
  motivation: fc.constantFrom('highlighting', 'commenting', 'bookmarking'),
  label: fc
    .oneof(fc.constantFrom('important', 'question', 'todo', 'data', 'other', '自定'), anyText)
    .map((label) => label.slice(0, 40) || 'other'),
  tags: fc.array(
    anyText.map((tag) => tag || '招生'),
    { maxLength: 5 },
  ),
  target: selectors,
  body: anyText,
} as const;
/** Any annotation that the schema allows. Some with a placement, whose passage is often the very one of the target. */
export const annotations: fc.Arbitrary<Annotation> = fc.oneof(
  fc.record(fields),
  fc.record({ ...fields, placement: selectors }),
  fc.record({ ...fields, task: tasks }),
  fc.record({ ...fields, task: tasks, taskRecord: records }),
  fc.record({
    ...fields,
    task: tasks,
    taskRecord: fc.tuple(records, keptTasks).map(([record, kept]) => ({ ...record, kept })),
  }),
  fc.record({
    ...fields,
    taskRecord: fc.record({ past: fc.constant<string[]>([]), removed: states, kept: keptTasks }),
  }),
  fc.record({ ...fields, taskRecord: fc.record({ past: fc.constant<string[]>([]), removed: states }) }),
  fc
    .record({ ...fields, placement: selectors })
    .map(({ placement, ...rest }) => ({ ...rest, placement: { ...placement, exact: rest.target.exact } })),
);
