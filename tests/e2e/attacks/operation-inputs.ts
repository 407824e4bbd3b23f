import fc from 'fast-check';
import { contract } from '../../../src/ipc/contract.ts';
import { type OperationName, operationNames } from '../../../src/ipc/operations.ts';
import { noteOn, plan } from '../export-notes.ts';

const id = '01M84B9PR0644CCAMGF5S6AR97';

const { body: _body, ...noteContent } = noteOn('深化体育教育改革', { tags: ['体育'] });

const imported = {
  ...noteOn('深化体育教育改革', { body: '正文' }),
  id,
  created: '2026-11-23T09:20:00+08:00',
  modified: '2026-11-23T09:20:00+08:00',
  author: '李老师',
  device: 'PC-B',
  rev: 1,
};

const noCorrections = { schema: 'corrections/1', corrections: [] };

/** One input per operation that the contract allows. */
export const properInputs: Record<OperationName, unknown> = {
  'library.open': { document: plan.id },
  'library.read': { document: plan.id },
  'library.status': { document: plan.id },
  'library.versions': { document: plan.id },
  'library.version': { document: plan.id, hash: 'sha256-0000000000000000' },
  'library.useVersion': { document: plan.id, hash: 'sha256-0000000000000000' },
  'documents.list': null,
  'documents.add': { reading: id, document: plan.id, plan: JSON.stringify(plan), corrections: noCorrections },
  'documents.replaceText': { reading: id, document: plan.id, plan: JSON.stringify(plan), corrections: noCorrections },
  'documents.corrections': { document: plan.id },
  'documents.rename': { document: plan.id, title: '规划' },
  'documents.remove': { document: plan.id },
  'documents.restore': { document: plan.id },
  'reading.open': null,
  'reading.openDropped': { fileName: '规划.txt', bytes: new TextEncoder().encode('一、总则') },
  'reading.openRequested': null,
  'reading.again': { reading: id, encoding: 'gb18030' },
  'reading.cancel': null,
  'annotations.list': { document: plan.id },
  'annotations.read': { document: plan.id },
  'annotations.acceptMissing': { document: plan.id },
  'annotations.create': noteOn('深化体育教育改革', { body: '正文', tags: ['体育'] }),
  'annotations.change': {
    id,
    change: { label: 'data', tags: ['体育'], body: '正文', task: { owner: '王' } },
    base: { body: '' },
  },
  'annotations.remove': { id },
  'annotations.restore': { id },
  'drafts.write': { id, note: noteContent, body: '正文', tag: '', bases: [''] },
  'drafts.list': { document: plan.id },
  'drafts.discard': { id },
  'importDrafts.write': {
    ...{ draft: id, reading: id, fileName: '规划.txt', encoding: 'utf-8', title: '规划', target: null },
    ...{ corrections: noCorrections, carried: 0 },
  },
  'importDrafts.list': null,
  'importDrafts.open': { draft: id },
  'importDrafts.discard': { draft: id },
  'recycleBin.list': { document: plan.id },
  'recycleBin.purge': { ids: [id] },
  'snapshots.list': null,
  'snapshots.preview': { name: '2026-11-23.zip' },
  'snapshots.prepare': { reason: 'before-restore' },
  'snapshots.restoreNote': { name: '2026-11-23.zip', id, base: { body: '' } },
  'notesFolder.status': null,
  'notesFolder.choose': null,
  'notesFolder.reveal': null,
  'settings.read': null,
  'settings.change': { theme: 'dark', fontSize: 18, lineHeight: 1.9, columnWidth: 36, labelNames: {}, author: '王' },
  'readSections.list': { document: plan.id },
  'readSections.add': { document: plan.id, sections: ['0123456789abcdef'] },
  'viewState.read': null,
  'viewState.write': {
    schema: 'view/1',
    outlineWidth: 300,
    notesWidth: 300,
    outlineVisible: true,
    notesVisible: true,
    folded: [],
    hintSeen: true,
  },
  'export.prepare': {
    document: plan.id,
    content: 'notes',
    layout: 'official',
    includeHighlights: true,
    columns: ['clause'],
    signature: false,
    hasContents: false,
  },
  'export.preview': { report: '1' },
  'export.endPreview': { report: '1' },
  'export.previewSheet': { report: '1', format: 'xlsx' },
  'export.save': { report: '1', format: 'pdf' },
  'export.print': { report: '1' },
  'export.cancel': { report: '1' },
  'export.reveal': { file: '1' },
  'interchange.openFile': null,
  'interchange.apply': { document: plan.id, annotations: [{ annotation: imported, base: null }] },
  'interchange.saveFile': { document: plan.id },
  'sheet.choose': null,
  'sheet.read': { file: id },
  'sheet.cancel': null,
  'comparison.prepareTable': {
    ...{ required: '上位规划', answering: '我校规划' },
    rows: [{ match: 'missing', required: { number: '一', heading: '总则', body: '' }, answer: null }],
  },
  'comparison.saveTable': { title: '对应情况', rows: [['上位要求', '我校对应']] },
  'links.open': { url: 'https://example.cn' },
  'clipboard.writeText': { text: 'x' },
  'application.information': null,
  'application.nameSteps': { undo: '添加批注', redo: null },
  'application.toggleFullScreen': null,
  'application.fillScreen': { isFull: false },
  'application.quit': null,
  'application.flushed': { unsaved: 0 },
};

/** Inputs that name a place outside of where the program may go, or are of the wrong form. */
export const malformed: [operation: OperationName, input: unknown][] = [
  ...[
    '../../../etc/passwd',
    '..',
    '.',
    '',
    '/',
    'C:\\',
    'a/b',
    'a\\b',
    '%2e%2e',
    'A'.repeat(1e5),
    'jilin\0',
    '文档',
  ].flatMap((document): [OperationName, unknown][] => [
    ['library.open', { document }],
    ['library.read', { document }],
    ['library.status', { document }],
    ['library.versions', { document }],
    ['library.version', { document, hash: 'sha256-0000000000000000' }],
    ['library.useVersion', { document, hash: 'sha256-0000000000000000' }],
    ['annotations.list', { document }],
    ['drafts.list', { document }],
    ['recycleBin.list', { document }],
    ['export.prepare', { ...(properInputs['export.prepare'] as object), document }],
    ['annotations.create', { ...(properInputs['annotations.create'] as object), document }],
  ]),
  ...[
    '../../../etc/passwd',
    `../${id}`,
    `${id}/`,
    `${id}.md`,
    id.toLowerCase(),
    `${id}\0`,
    '',
    id.slice(1),
    [id],
  ].flatMap((wrong): [OperationName, unknown][] => [
    ['annotations.remove', { id: wrong }],
    ['annotations.restore', { id: wrong }],
    ['recycleBin.purge', { ids: [wrong] }],
    ['snapshots.restoreNote', { name: '2026-11-23.zip', id: wrong, base: null }],
    ['annotations.change', { id: wrong, change: { body: 'x' }, base: {} }],
    ['drafts.write', { ...(properInputs['drafts.write'] as object), id: wrong }],
    ['drafts.discard', { id: wrong }],
    ['importDrafts.write', { ...(properInputs['importDrafts.write'] as object), draft: wrong }],
    ['importDrafts.open', { draft: wrong }],
    ['importDrafts.discard', { draft: wrong }],
  ]),
  ...['../2026-11-23.zip', '/etc/passwd', '2026-11-23.zip/', '2026-11-23', '', '笔记'].map(
    (name): [OperationName, unknown] => ['snapshots.preview', { name }],
  ),
  ['annotations.change', { id, change: { rev: 9 }, base: {} }],
  ['annotations.change', { id, change: { task: { due: '明年' } }, base: {} }],
  ['annotations.change', { id, change: { task: { status: '' } }, base: {} }],
  ['annotations.change', { id, change: { task: { path: '/etc/passwd' } }, base: {} }],
  [
    'annotations.change',
    { id, change: { task: { progress: [{ date: '2026-11-26', text: 'x'.repeat(70_000) }] } }, base: {} },
  ],
  ['annotations.change', { id, change: { id: 'x' }, base: {} }],
  ['annotations.change', { id, change: { body: 'x'.repeat(400_001) }, base: {} }],
  ['annotations.change', { id, change: { tags: Array(101).fill('x') }, base: {} }],
  ['annotations.create', { ...(properInputs['annotations.create'] as object), id }],
  ['annotations.create', { ...(properInputs['annotations.create'] as object), path: '/etc/passwd' }],
  ['interchange.openFile', '/etc/passwd'],
  ['interchange.apply', { document: plan.id, annotations: [{ annotation: { ...imported, id: '../x' }, base: null }] }],
  ['interchange.apply', { document: '../x', annotations: [{ annotation: imported, base: null }] }],
  [
    'interchange.apply',
    { document: plan.id, annotations: [{ annotation: imported, base: null, path: '/etc/passwd' }] },
  ],
  ['interchange.apply', { document: plan.id, annotations: Array(51).fill({ annotation: imported, base: null }) }],
  ['interchange.saveFile', { document: plan.id, path: '/etc/passwd' }],
  ['sheet.choose', '/etc/passwd'],
  ['sheet.read', { file: '/etc/passwd', path: '/etc/passwd' }],
  ['sheet.cancel', id],
  ['comparison.saveTable', { title: '表', rows: [['甲']], path: '/etc/passwd' }],
  ['comparison.saveTable', { title: '表', rows: [['甲'.repeat(4001)]] }],
  ['comparison.saveTable', { title: '', rows: [['甲']] }],
  ['settings.change', { dataFolder: '/etc' }],
  ['settings.change', { schema: 'settings/2' }],
  ['settings.change', { fontSize: 1e9 }],
  ['settings.change', { labelNames: { __proto__x: 'x' } }],
  ['links.open', { url: `https://${'a'.repeat(2000)}` }],
  ['links.open', { url: ['https://example.cn'] }],
  ['clipboard.writeText', { text: 1 }],
  ['export.save', { report: '1', format: 'pdf', path: '/tmp/x.pdf' }],
  ['export.reveal', { path: '/etc/passwd' }],
  ['application.flushed', { unsaved: -1 }],
  ['application.nameSteps', { undo: 'x'.repeat(101), redo: null }],
  ['notesFolder.choose', '/etc'],
  ['notesFolder.choose', { path: '/etc' }],
  ['notesFolder.reveal', '/etc'],
];

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    '',
    [],
    {},
    '../../../../etc/passwd',
    '\0',
    id,
    plan.id,
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constant('x'.repeat(3000)),
);
const strangeKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'path', 'dataFolder', 'id', ''),
  fc.string(),
);

/** A proper input with something put in its place, into it, added to it or taken from it. */
const spoilt = fc
  .tuple(fc.constantFrom(...operationNames), fc.nat(99), junk, strangeKey)
  .map(([operation, choice, value, key]): [OperationName, unknown] => {
    const proper = properInputs[operation];
    return [operation, typeof proper === 'object' && proper !== null ? spoil(proper, choice, value, key) : value];
  });

function spoil(proper: object, choice: number, value: unknown, key: string): unknown {
  const keys = Object.keys(proper);
  const place = keys[choice % keys.length] ?? '';
  const old: unknown = Reflect.get(proper, place);
  if (choice < 15) return value;
  if (choice < 30) return Object.fromEntries(Object.entries(proper).filter(([name]) => name !== place));
  if (choice < 45) return { ...proper, [key]: value };
  if (choice > 70 && typeof old === 'object' && old !== null && !Array.isArray(old)) {
    return { ...proper, [place]: spoil(old, (choice * 7) % 100, value, key) };
  }
  return { ...proper, [place]: value };
}

/**
 * So many inputs that the contract does not allow, always the same ones. A key `__proto__` is lost on the way from the page,
 * which may make an input proper again.
 */
export function spoiltInputs(count: number): [operation: OperationName, input: unknown][] {
  return fc
    .sample(spoilt, { numRuns: count * 2, seed: 20_261_123 })
    .filter(([, input]) => !JSON.stringify(input).includes('"__proto__":'))
    .filter(([operation, input]) => !contract[operation].input.safeParse(input).success)
    .slice(0, count);
}
