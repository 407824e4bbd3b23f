import { type CellValue, readXlsx, type Sheet, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { TaskAnnotation } from '#core/annotation/task';
import type { SheetReading } from '#core/sheet/sheet-reading';
import { messages } from '#messages/zh-CN';
import { compared, exported, rewritten, taskOn } from '../../fixtures/sheets/filled-in.ts';
import { idOf } from '../report/annotate.ts';

const sport = taskOn(1, '深化体育教育改革', {
  status: 'active',
  measure: '每天一小时\n体育锻炼',
  department: '体卫艺处',
  partners: ['总务处', '年级组'],
  start: '2026-09-01',
  due: '2027-06-30',
  completion: 40,
  progress: [{ date: '2026-10-08', text: '场地划线' }],
  evidence: ['方案'],
  remark: '=1+1',
});
const art = taskOn(2, '强化美育育人功能', { department: '教务处', completion: 33.3 });
const basis = taskOn(3, '发展基础', {});
const tasks = [sport, art, basis];

const { id: idTitle } = messages.sheet.file;

/** Opens the file in another program, changes the first sheet and saves it: everything is written anew, by that program. */
async function filledIn(change: (sheet: Sheet, at: (id: string, title: string, value: CellValue) => void) => void) {
  const workbook = await readXlsx(await exported(tasks), { readStyles: true });
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  change(sheet, (id, title, value) => {
    const row = sheet.rows.findIndex(([first]) => first === id);
    const column = sheet.rows[0]?.indexOf(title) ?? -1;
    if (row < 0 || column < 0) throw new Error(`no cell ${id} ${title}`);
    const cells = sheet.rows[row];
    if (cells !== undefined) cells[column] = value;
    const known = sheet.cells?.get(`${row},${column}`);
    if (known !== undefined)
      sheet.cells?.set(`${row},${column}`, { ...known, value, type: typeof value === 'number' ? 'number' : 'string' });
  });
  return writeXlsx({ sheets: workbook.sheets as unknown as WriteSheet[] });
}

function reading(bytes: Uint8Array, present: readonly TaskAnnotation[] = tasks): SheetReading {
  const outcome = compared(bytes, present);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

const told = ({ changes }: SheetReading) =>
  changes.map(({ annotation, column, kind, before, after }) => [annotation.id, column, kind, before, after]);
const remarked = ({ remarks }: SheetReading) => remarks.map(({ code, row, column }) => [code, row, column]);

describe('a ledger that comes back', () => {
  test('as it was exported changes nothing, by whichever program it was saved', async () => {
    for (const file of [await exported(tasks), await filledIn(() => undefined)]) {
      expect(reading(file)).toEqual({
        exported: '2026-11-20T12:00:00+08:00',
        changes: [],
        remarks: [],
        unchanged: [basis.id, sport.id, art.id],
      });
    }
  });

  test('tells each cell that was filled in, as it would be typed', async () => {
    const file = await filledIn((_sheet, at) => {
      at(sport.id, '状态', '已完成');
      at(sport.id, '完成度', 1);
      at(sport.id, '完成时限', new Date('2027-07-31T00:00:00Z'));
      at(sport.id, '协办', '总务处；团委');
      at(sport.id, '进展记录', '2026-10-08　场地划线\n2026年11月20日 全部开课\n共 24 个班');
      at(art.id, '责任人', '+86 李老师');
      at(art.id, '完成度', 0.4);
      at(basis.id, '进展记录', '已摸底');
    });
    expect(told(reading(file))).toEqual([
      [basis.id, 'progress', 'changed', '', '2026-11-26　已摸底'],
      [sport.id, 'partners', 'changed', '总务处、年级组', '总务处、团委'],
      [sport.id, 'due', 'changed', '2027-06-30', '2027-07-31'],
      [sport.id, 'status', 'changed', '进行中', '已完成'],
      [sport.id, 'completion', 'changed', '40', '100'],
      [sport.id, 'progress', 'changed', '2026-10-08　场地划线', '2026-11-20　全部开课\n共 24 个班'],
      [art.id, 'owner', 'changed', '', '+86 李老师'],
      [art.id, 'completion', 'changed', '33.3', '40'],
    ]);
    expect(
      reading(file).changes.find(({ column, annotation }) => column === 'progress' && annotation.id === sport.id)
        ?.change,
    ).toEqual({
      progress: [
        { date: '2026-10-08', text: '场地划线' },
        { date: '2026-11-20', text: '全部开课\n共 24 个班' },
      ],
    });
  });

  test.each<[value: CellValue, after: string]>([
    ['40%', '40'],
    ['４０％', '40'],
    ['40', '40'],
    ['0.4', '40'],
    ['100', '100'],
    [0.875, '87.5'],
  ])('takes the share %s for %s', async (value, after) => {
    const [change] = reading(await filledIn((_sheet, at) => at(art.id, '完成度', value))).changes;
    expect(change?.after).toBe(after);
  });

  test.each<[title: string, value: CellValue, code: string]>([
    ['完成度', 40, 'not-a-percentage'],
    ['完成度', '1', 'unclear-percentage'],
    ['完成度', '一半', 'not-a-percentage'],
    ['完成时限', '年底前', 'not-a-date'],
    ['完成时限', '2026-02-30', 'not-a-date'],
    ['状态', '差不多了', 'unknown-status'],
    ['完成时限', '2026.8.1', 'due-before-start'],
    ['责任人', '长'.repeat(61), 'too-long'],
  ])('does not take %s %s and says why', async (title, value, code) => {
    const result = reading(await filledIn((_sheet, at) => at(sport.id, title, value)));
    expect(result.changes).toEqual([]);
    expect(remarked(result)).toEqual([
      [code, 3, Object.entries(messages.ledger.columns).find(([, name]) => name === title)?.[0]],
    ]);
  });

  test('what was changed here meanwhile is in conflict, where it is not the same', async () => {
    const file = await filledIn((_sheet, at) => {
      at(sport.id, '责任人', '李老师');
      at(sport.id, '备注', '表格');
      at(art.id, '责任人', '王老师');
    });
    const present = [
      { ...sport, task: { ...sport.task, remark: '本机', leader: '校长' } },
      { ...art, task: { ...art.task, owner: '王老师' } },
      basis,
    ];
    const { changes } = reading(file, present);
    expect(
      changes.map(({ column, kind, exported: then, before, after }) => [column, kind, then, before, after]),
    ).toEqual([
      ['owner', 'changed', '', '', '李老师'],
      ['remark', 'conflict', '=1+1', '本机', '表格'],
    ]);
  });

  test('cleared cells are told apart; progress is never taken away', async () => {
    const result = reading(
      await filledIn((_sheet, at) => {
        at(sport.id, '牵头部门', '');
        at(sport.id, '进展记录', '2026-10-08　场地划好了');
      }),
    );
    expect(told(result)).toEqual([
      [sport.id, 'department', 'cleared', '体卫艺处', ''],
      [sport.id, 'progress', 'changed', '2026-10-08　场地划线', '2026-10-08　场地划好了'],
    ]);
    expect(remarked(result)).toEqual([['progress-kept', 3, 'progress']]);
    expect(result.changes[1]?.change.progress?.[0]).toEqual({ date: '2026-10-08', text: '场地划线' });
  });

  test('columns may stand anywhere; those that are renamed, doubled or missing are told of', async () => {
    const file = await filledIn((sheet, at) => {
      at(sport.id, '责任人', '李老师');
      const head = sheet.rows[0] ?? [];
      const order = [...head.keys()].reverse();
      head[head.indexOf('分管领导')] = '领导';
      head[head.indexOf('备注')] = '状态';
      sheet.rows = sheet.rows.map((row) => order.map((column) => row[column] ?? null));
      sheet.cells = new Map();
      sheet.dataValidations = [];
      sheet.columns = [];
    });
    const result = reading(file);
    expect(told(result)).toEqual([[sport.id, 'owner', 'changed', '', '李老师']]);
    expect(remarked(result)).toEqual([
      ['column-missing', undefined, 'leader'],
      ['column-missing', undefined, 'remark'],
      ['column-doubled', undefined, 'status'],
      ['column-unknown', undefined, undefined],
    ]);
  });

  test('rows: added, copied, foreign, removed, sorted without their ids', async () => {
    const file = await filledIn((sheet, at) => {
      at(art.id, '责任人', '李老师');
      const [head = [], one = [], two = [], three = []] = sheet.rows;
      const of = (row: CellValue[], id: CellValue) => [id, ...row.slice(1)];
      sheet.rows = [
        head,
        of(two, one[0] ?? null),
        of(one, two[0] ?? null),
        three,
        of(three, ''),
        of(three, idOf(99)),
        three,
      ];
      sheet.cells = new Map();
    });
    const result = reading(file);
    expect(result.changes).toEqual([]);
    expect(remarked(result)).toEqual([
      ['rows-missing', undefined, undefined],
      ['mixed-up', 2, 'quote'],
      ['mixed-up', 3, 'quote'],
      ['duplicate-id', 4, undefined],
      ['no-id', 5, undefined],
      ['unknown-id', 6, undefined],
      ['duplicate-id', 7, undefined],
    ]);
  });

  test('merged cells have no value of their own, and other sheets are left alone', async () => {
    const file = await filledIn((sheet, at) => {
      at(basis.id, '牵头部门', '体卫艺处');
      at(sport.id, '牵头部门', '');
      const column = sheet.rows[0]?.indexOf('牵头部门') ?? 0;
      sheet.merges = [{ startRow: 1, endRow: 2, startCol: column, endCol: column }];
    });
    expect(remarked(reading(file))).toEqual([['merged', 3, 'department']]);
    expect(told(reading(file))).toEqual([[basis.id, 'department', 'changed', '', '体卫艺处']]);
    const workbook = await readXlsx(file);
    const other = await writeXlsx({
      sheets: [{ name: '说明', rows: [['请于周五前报']] }, ...(workbook.sheets as unknown as WriteSheet[])],
    });
    expect(remarked(reading(other))[0]).toEqual(['sheet-ignored', undefined, undefined]);
  });

  test('a formula is not taken for what it was last worth', async () => {
    const sheet = 'xl/worksheets/sheet1.xml';
    const file = rewritten(await exported(tasks), {
      [sheet]: (xml) => xml.replace('<v>0.4</v>', '<f>HYPERLINK("http://example.com")</f><v>0.9</v>'),
    });
    expect(remarked(reading(file))).toEqual([['formula', 3, 'completion']]);
    expect(reading(file).changes).toEqual([]);
  });

  test('without its record every difference is in conflict, and it is said so', async () => {
    const workbook = await readXlsx(await filledIn((_sheet, at) => at(art.id, '责任人', '李老师')));
    const file = await writeXlsx({ sheets: workbook.sheets.slice(0, 1) as unknown as WriteSheet[] });
    const result = reading(file);
    expect(told(result)).toEqual([[art.id, 'owner', 'conflict', '', '李老师']]);
    expect(remarked(result)).toEqual([['no-record', undefined, undefined]]);
  });

  test.each<[name: string, file: () => Promise<Uint8Array>, code: string]>([
    ['of another document', () => exported(tasks), 'other-document'],
    [
      'without a ledger',
      () =>
        writeXlsx({
          sheets: [
            {
              name: 'a',
              rows: [
                ['甲', '乙'],
                [1, 2],
              ],
            },
          ],
        }),
      'no-ledger',
    ],
    [
      'with a head and nothing else',
      () => writeXlsx({ sheets: [{ name: 'a', rows: [[idTitle, '状态', '备注', '协办']] }] }),
      'no-tasks',
    ],
  ])('a workbook %s is refused', async (_name, file, code) => {
    expect(
      compared(await file(), tasks, { document: code === 'other-document' ? 'another' : 'jilin-145-education' }),
    ).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});
