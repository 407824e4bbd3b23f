import { describe, expect, test } from 'vitest';
import { type ComparisonTable, type ComparisonTableRow, comparisonTableHtml } from '#core/report/comparison-table';
import { messages } from '#messages/zh-CN';

const clause = (number: string, heading = '', body = '') => ({ number, heading, body });
const found: ComparisonTableRow = {
  match: 'found',
  required: clause('一（一）', '目标', '甲。'),
  answer: clause('1', '目标', '乙。'),
};
const missing: ComparisonTableRow = { match: 'missing', required: clause('二', '任务'), answer: null };
const possible: ComparisonTableRow = { ...found, match: 'possible' };

const htmlOf = (rows: ComparisonTableRow[], titles: Partial<ComparisonTable> = {}) =>
  comparisonTableHtml(
    { required: '上位规划', answering: '我校规划', created: '2026-11-26T09:00:00+08:00', rows, ...titles },
    { words: messages.comparison.printed, styleSheet: 'app://reader/assets/report.css' },
  );

describe('the table of two documents', () => {
  test('has a head that can come again, a row for each clause, and what they count', () => {
    const html = htmlOf([found, possible, missing]);
    expect(html).toContain('<thead><tr><th class="number">序号</th><th>上位要求</th>');
    expect(html.match(/<tr class=/g)).toHaveLength(3);
    expect(html).toContain('共 3 条：已对应 1 条，可能对应 1 条，缺失 1 条');
    expect(html).toContain('2026年11月26日');
    expect(html).toContain('<p class="clause"><span class="ordinal">一（一）</span>目标</p><p>甲。</p>');
    expect(html).toContain('<td class="absent">（无对应条款）</td><td class="match">缺失</td>');
  });

  test.each<[name: string, rows: ComparisonTableRow[], notes: string[]]>([
    ['nothing to explain', [found, missing], []],
    ['a clause that is only like it', [possible], ['可能对应']],
    ['a long clause', [{ ...found, answer: clause('1', '', '𠮷'.repeat(401)) }], ['超过 400 字']],
  ])('says what must be known: %s', (_, rows, notes) => {
    const footer = /<footer>(.*)<\/footer>/.exec(htmlOf(rows))?.[1] ?? '';
    for (const note of notes) expect(footer).toContain(note);
    expect(footer === '').toBe(notes.length === 0);
  });

  test('cuts what is too long at whole characters', () => {
    const html = htmlOf([{ ...missing, required: clause('一', '', '𠮷'.repeat(500)) }]);
    expect(html).toContain(`<p>${'𠮷'.repeat(400)}……</p>`);
  });

  test('takes nothing for markup', () => {
    const html = htmlOf([{ ...missing, required: clause('<b>', '<script>', '"&') }], { required: '<img src=x>' });
    expect(html).not.toMatch(/<b>|<script|<img/);
    expect(html).toContain('&lt;script&gt;');
  });
});
