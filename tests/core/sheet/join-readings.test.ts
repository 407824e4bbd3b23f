import { describe, expect, test } from 'vitest';
import type { TaskAnnotation } from '#core/annotation/task';
import { areRivals, changeKey, joinedChange, joinReadings, oneForEachCell } from '#core/sheet/join-readings';
import type { CellChange, SheetReading } from '#core/sheet/sheet-reading';
import { taskOn } from '../../fixtures/sheets/filled-in.ts';

const sport = taskOn(1, '深化体育教育改革', { progress: [{ date: '2026-10-08', text: '场地划线' }] });
const art = taskOn(2, '强化美育育人功能', {});

function cell(
  annotation: TaskAnnotation,
  change: CellChange['change'],
  kind: CellChange['kind'] = 'changed',
): CellChange {
  const [column = 'owner'] = Object.keys(change) as CellChange['column'][];
  const after = column === 'progress' ? (change.progress?.at(-1)?.text ?? '') : String(change[column as 'owner']);
  return { kind, annotation, column, row: 2, before: '', after, change };
}

const said = (text: string) => ({ progress: [...sport.task.progress, { date: '2026-11-20', text }] });

function reading(changes: CellChange[], rest: Partial<SheetReading> = {}): SheetReading {
  return { changes, remarks: [], unchanged: [], exported: '2026-11-20T12:00:00+08:00', ...rest };
}

const told = ({ changes }: SheetReading) =>
  changes.map(({ column, kind, after, files }) => [column, kind, after, files]);

describe('several ledgers that come back', () => {
  test('are one list, each cell with its file', () => {
    const joined = joinReadings([
      { file: '体卫艺处.xlsx', reading: reading([cell(sport, { owner: '李' }), cell(sport, { remark: '一' })]) },
      { file: '教务处.xlsx', reading: reading([cell(art, { owner: '王' }, 'conflict')]) },
    ]);
    expect(told(joined)).toEqual([
      ['owner', 'changed', '李', ['体卫艺处.xlsx']],
      ['remark', 'changed', '一', ['体卫艺处.xlsx']],
      ['owner', 'conflict', '王', ['教务处.xlsx']],
    ]);
    expect(joined.exported).toBe('2026-11-20T12:00:00+08:00');
  });

  test('a cell that two of them fill in differently is a conflict of both, side by side', () => {
    const joined = joinReadings([
      { file: '甲', reading: reading([cell(sport, { owner: '李' }), cell(art, { owner: '赵' })]) },
      { file: '乙', reading: reading([cell(sport, { owner: '王' })]) },
      { file: '丙', reading: reading([cell(sport, { owner: '' }, 'cleared')]) },
    ]);
    expect(told(joined)).toEqual([
      ['owner', 'conflict', '李', ['甲']],
      ['owner', 'conflict', '王', ['乙']],
      ['owner', 'conflict', '', ['丙']],
      ['owner', 'changed', '赵', ['甲']],
    ]);
  });

  test('a cell that two of them fill in alike is one change, and a conflict where it is one for either', () => {
    const joined = joinReadings([
      { file: '甲', reading: reading([cell(sport, { owner: '李' }), cell(art, { owner: '赵' })]) },
      { file: '乙', reading: reading([cell(sport, { owner: '李' }), cell(art, { owner: '赵' }, 'conflict')]) },
    ]);
    expect(told(joined)).toEqual([
      ['owner', 'changed', '李', ['甲', '乙']],
      ['owner', 'conflict', '赵', ['甲', '乙']],
    ]);
  });

  test('progress of both is added, and the same entry once', () => {
    const joined = joinReadings([
      { file: '甲', reading: reading([cell(sport, said('开课'))]) },
      { file: '乙', reading: reading([cell(sport, said('验收'))]) },
      { file: '丙', reading: reading([cell(sport, said('开课'))]) },
    ]);
    expect(told(joined)).toEqual([
      ['progress', 'changed', '开课', ['甲', '丙']],
      ['progress', 'changed', '验收', ['乙']],
    ]);
    expect(areRivals(joined.changes)).toBe(false);
    const texts = joinedChange([...joined.changes, cell(sport, said('开课'))]).progress?.map(({ text }) => text);
    expect(texts).toEqual(['场地划线', '开课', '验收']);
  });

  test('what is not taken names its file, and a task is unchanged only where no file changes it', () => {
    const joined = joinReadings([
      {
        file: '甲',
        reading: reading([], { remarks: [{ code: 'formula', row: 3 }], unchanged: [sport.id, art.id] }),
      },
      { file: '乙', reading: reading([cell(sport, { owner: '李' })], { unchanged: [art.id], exported: '2026-11-21' }) },
    ]);
    expect(joined.remarks).toEqual([{ code: 'formula', row: 3, file: '甲' }]);
    expect(joined.unchanged).toEqual([art.id]);
    expect(joined.exported).toBeUndefined();
  });
});

describe('of changes of one cell', () => {
  const { changes } = joinReadings([
    { file: '甲', reading: reading([cell(sport, { owner: '李' }), cell(sport, { remark: '一' })]) },
    { file: '乙', reading: reading([cell(sport, { owner: '王' })]) },
    { file: '丙', reading: reading([cell(sport, { owner: '赵' })]) },
  ]);
  const [li = '', wang = '', zhao = '', remark = ''] = changes.map(changeKey);

  test.each<[name: string, before: string[], next: string[], chosen: string[]]>([
    ['one can be chosen', [], [li, remark], [li, remark]],
    ['the later choice stands', [li, remark], [li, wang, remark], [wang, remark]],
    ['all at once choose none of them', [], [li, wang, zhao, remark], [remark]],
    ['all at once leave the one that was chosen', [wang], [li, wang, zhao, remark], [wang, remark]],
  ])('%s', (_name, before, next, chosen) => {
    expect(oneForEachCell(changes, new Set(before), next).sort()).toEqual([...chosen].sort());
  });

  test('two would write over each other', () => {
    expect(areRivals(changes)).toBe(true);
    expect(areRivals(changes.slice(2))).toBe(false);
  });
});
