import { expect, test } from 'vitest';
import { createReportPages, type ReportPage } from '../../../src/main/export/report-pages.ts';

function page(html: string): Omit<ReportPage, 'id'> {
  return {
    html: () => html,
    title: '批注汇编',
    layout: 'plain',
    outline: [],
    hasContents: false,
    styleSheet: 'x.css',
    name: '批注',
  };
}

test('serves each page by its own id', () => {
  const pages = createReportPages();
  const first = pages.add(page('甲'));
  const second = pages.add(page('乙'));
  expect(first.id).not.toBe(second.id);
  expect([pages.get(first.id), pages.get(second.id)]).toEqual(['甲', '乙']);
  expect(pages.find(second.id)).toEqual(second);
});

test('keeps the latest four', () => {
  const pages = createReportPages();
  const ids = ['一', '二', '三', '四', '五'].map((html) => pages.add(page(html)).id);
  expect(ids.map((id) => pages.get(id))).toEqual([undefined, '二', '三', '四', '五']);
});

test('serves what belongs to a report only until it has ended', () => {
  const pages = createReportPages();
  const shown = pages.show('页码');
  expect(pages.get(shown.id)).toBe('页码');
  shown.end();
  expect(pages.get(shown.id)).toBeUndefined();
});

test('knows no other ids', () => {
  const pages = createReportPages();
  pages.add(page('甲'));
  for (const id of ['', '0', '..', '__proto__', 'constructor']) expect(pages.get(id)).toBeUndefined();
});
