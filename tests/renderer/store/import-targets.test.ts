import { expect, it } from 'vitest';
import { freeTitle } from '../../../src/renderer/store/import-targets.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { lines, readAs, settled, storeOf } from './import-store.ts';

it('keeps what was corrected, now and in the last edition, whatever it is to become', async () => {
  const block = { text: '内容。', occurrence: 0, occurrences: 1, before: '二、任务' };
  const known = { schema: 'corrections/1' as const, corrections: [{ kind: 'heading' as const, block, level: 2 }] };
  const { store, saved, preview } = storeOf(readAs(lines), { title: '本校规划', known });
  await store.getState().chooseDocument();
  store.getState().correctLine(2, { kind: 'text' });
  await store.getState().setImportTarget(null);
  expect(preview().corrections).toHaveLength(2);
  store.getState().undoCorrection();
  store.getState().undoCorrection();
  store.getState().correctLine(2, { kind: 'heading', level: 1 });
  await store.getState().setImportTarget(bundledPlan.id);
  await store.getState().setImportTarget(null);
  expect(preview().corrections).toMatchObject([{ kind: 'heading', level: 1 }]);
  await store.getState().saveImport();
  expect(saved).toMatchObject([{ operation: 'add', input: { corrections: { corrections: [{ level: 1 }] } } }]);
});

it('of a name that another document has gets one of its own, which follows the title until it is touched', async () => {
  const { store, preview } = storeOf(readAs(lines), { title: '《本校规划》', others: ['本校规划（2）', '目标'] });
  await store.getState().chooseDocument();
  expect(preview().title).toBe('本校规划（3）');
  store.getState().correctLine(0, { kind: 'role', role: 'dropped' });
  store.getState().correctLine(4, { kind: 'role', role: 'title' });
  await settled();
  expect(preview().title).toBe('内容。');
  store.getState().setImportTitle('目标');
  store.getState().undoCorrection();
  await settled();
  expect(preview().title).toBe('目标');
});

it.each([
  ['full', true],
  ['half', false],
])('with the %s text of a document of the library, neither open nor shipped, is asked about: %s', async (part, is) => {
  const text = bundledPlan.blocks.map((block) => block.text);
  const whole = [...text, ...Array.from({ length: 40 }, (_, index) => `补充的第${index}段，全文才有。`)];
  const read = readAs(['转发通知', ...(part === 'full' ? whole : text.slice(0, text.length / 3))]);
  const { store, preview } = storeOf(read, { title: '别的', others: ['另一份'], other: bundledPlan });
  store.setState({ plan: null });
  await store.getState().chooseDocument();
  expect(preview().likely).toBe(is ? 'doc-0' : null);
});

it.each([
  ['规划', '规划（2）'],
  ['规划（2）', '规划（3）'],
  ['《规划》', '《规划》（2）'],
  ['别的', '别的'],
])('a name that is taken, %s, is told apart as %s', (title, free) => {
  expect(freeTitle(title, [{ title: '规划' }, { title: '规划（2）' }].slice(0, title.includes('2') ? 2 : 1))).toBe(
    free,
  );
});
