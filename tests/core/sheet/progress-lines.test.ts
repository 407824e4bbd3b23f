import { describe, expect, test } from 'vitest';
import { newTask, type ProgressEntry } from '#core/annotation/task';
import { reportedProgress } from '#core/sheet/progress-lines';

const today = '2026-11-26';
const lineOf = ({ date, text }: ProgressEntry) => (date === '' ? text : `${date}　${text}`);
const march = { date: '2026-03-01', text: '按计划推进' };
const written = (...entries: ProgressEntry[]) => entries.map(lineOf).join('\n');

function report(text: string, progress: ProgressEntry[], exported = written(...progress)) {
  return reportedProgress(text, { task: { ...newTask, progress }, exported, today, lineOf });
}

describe('what a cell adds to the progress', () => {
  test.each<[name: string, text: string, added: ProgressEntry[]]>([
    ['nothing', written(march), []],
    ['a line without a day is of today', `${written(march)}\n场地划线`, [{ date: today, text: '场地划线' }]],
    [
      'the same words as before, of another day',
      `${written(march)}\n按计划推进`,
      [{ date: today, text: '按计划推进' }],
    ],
    ['the same words, dated today', `${written(march)}\n2026-11-26 按计划推进`, [{ date: today, text: '按计划推进' }]],
    ['the same line twice', `${written(march)}\n${written(march)}`, [march]],
    ['an entry written in another way is the same', '2026.3.1 按计划推进', []],
  ])('%s', (_name, text, added) => {
    expect(report(text, [march]).added).toEqual(added);
  });

  test('a file that comes back twice adds nothing the second time', () => {
    const text = `${written(march)}\n场地划线\n2026-11-20 器材到位`;
    const first = report(text, [march]);
    expect(first.added).toHaveLength(2);
    const second = report(text, [march, ...first.added], written(march));
    expect(second).toEqual({ added: [], hasLost: false });
  });

  test('an undated line that comes back on another day adds nothing', () => {
    const reported = { date: '2026-11-20', text: '场地划线' };
    expect(report(`${written(march)}\n场地划线`, [march, reported], written(march)).added).toEqual([]);
  });

  test('an entry that was exported and is gone from the sheet is told of', () => {
    expect(report('', [march])).toEqual({ added: [], hasLost: true });
  });

  test('what the export had cut off is no new entry', () => {
    const long = { date: '2026-01-03', text: '很长的进展' };
    const cut = '2026-01-03　很长……（后文超出单元格长度）';
    expect(report(`${cut}\n新的一行`, [long], cut).added).toEqual([{ date: today, text: '新的一行' }]);
  });
});
