import { strFromU8, unzipSync } from 'fflate';
import { convertToHtml, extractRawText } from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { ReportContent, ReportLayout } from '#core/report/report-kinds';
import { makeDocx } from '../../../src/main/export/docx/make-docx.ts';
import { annotate, idOf } from '../../core/report/annotate.ts';
import { bundledPlan as plan } from '../../core/search/bundled-plan.ts';
import { pageOf, sampleNotes, workOf } from './sample-report.ts';

async function bytesOf(
  annotations = sampleNotes,
  options: { content?: ReportContent; layout?: ReportLayout; title?: string; hasContents?: boolean } = {},
): Promise<Uint8Array> {
  const page = await pageOf(annotations, options);
  return makeDocx(page, page.source.text, workOf());
}

/** The parts of the file; each must be well-formed. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)] as const);
  for (const [, text] of parts) new SaxesParser({ xmlns: true }).write(text).close();
  return Object.fromEntries(parts);
}

/** The style of each paragraph and what it says. */
function paragraphsOf(document: string): { style: string; text: string }[] {
  return [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([xml]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? '',
    text: [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  }));
}

const timesIn = (text: string, words: string) => text.split(words).length - 1;
const textOf = async (bytes: Uint8Array) => (await extractRawText({ buffer: Buffer.from(bytes) })).value;

describe('a report as a Word file', () => {
  test('holds every annotation exactly once, under headings that Word knows', async () => {
    const bytes = await bytesOf();
    const text = await textOf(bytes);
    for (const words of [
      '现状摸底：学校、班级、教师数。',
      '先办三件事，其余缓办：',
      '每周开足美育课程',
      '与市职教中心对接。',
    ]) {
      expect([words, timesIn(text, words)]).toEqual([words, 1]);
    }
    expect(timesIn(text, '新文本里没有这一条了。')).toBe(1);
    const paragraphs = paragraphsOf(partsOf(bytes)['word/document.xml'] ?? '');
    const ofStyle = (style: string) => paragraphs.filter((one) => one.style === style).map((one) => one.text);
    expect(ofStyle('Title')).toEqual(['《吉林市“十四五”教育发展规划》批注汇编']);
    expect(ofStyle('ReportSummary')).toEqual(['2026年11月26日　共 6 条，其中失联 1 条']);
    expect(ofStyle('Heading1').at(0)).toMatch(/^一、/);
    expect(ofStyle('Heading1')).toContain('失联批注');
    expect(ofStyle('Heading2')).toContain('（三）深化体育教育改革');
    expect(ofStyle('EntryFacts').map((facts) => facts.slice(0, 3))).toHaveLength(6);
    expect(ofStyle('Quote')).toContain('深化体育教育改革');
    expect(ofStyle('EntryTask')).toEqual(
      expect.arrayContaining([
        '任务进行中　逾期 6 天',
        '完成度40%',
        '进展记录2026-10-08　美术教室启用2026-11-02　合唱团成立',
      ]),
    );
    expect(ofStyle('EntryDetail')[0]).toBe('标签：体育、\u2068\u202e师资\u2069');
    expect(ofStyle('SignatureBlock')).toHaveLength(3);
  });

  test('keeps what Markdown says: lists, tasks, tables, quotes, links', async () => {
    const bytes = await bytesOf();
    const { value: html } = await convertToHtml({ buffer: Buffer.from(bytes) });
    expect(html).toContain('<strong>先</strong>');
    expect(html).toMatch(/<ol><li>课表<\/li><li>场地<ul><li>操场<\/li><li>器材室<\/li><\/ul><\/li><\/ol>/);
    expect(html).toMatch(/<p>☑ ?已报备<\/p><p>☐ ?待采购<\/p>/);
    expect(html).toMatch(/<table>.*教务处.*排课.*<\/table>/);
    expect(html).toContain('<a href="https://example.cn/a?b=1&amp;c=2">');
    expect(html).not.toContain('javascript:');
    const relations = partsOf(bytes)['word/_rels/document.xml.rels'] ?? '';
    expect([...relations.matchAll(/TargetMode="External"/g)]).toHaveLength(1);
    expect(await textOf(bytes)).toContain('办法（example.cn/a?b=1&c=2）');
  });

  test('numbers each list anew', async () => {
    const lists = ['1. 甲\n2. 乙', '1. 丙\n2. 丁', '5. 戊'].map((body, index) =>
      annotate(plan, '发展基础', { id: idOf(index + 1), body }),
    );
    const parts = partsOf(await bytesOf(lists));
    const numbered = [...(parts['word/document.xml'] ?? '').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(new Set(numbered).size).toBe(3);
    expect(parts['word/numbering.xml']).toContain('<w:start w:val="5"/>');
  });

  test('is set after GB/T 9704: the sheet, 22 lines of 28 characters, the faces, the number at the outer edge', async () => {
    const parts = partsOf(await bytesOf());
    const document = parts['word/document.xml'] ?? '';
    const numbers = (tag: string) =>
      Object.fromEntries(
        [...(new RegExp(`<w:${tag} ([^>]*)/>`).exec(document)?.[1] ?? '').matchAll(/w:(\w+)="(-?\d+)"/g)].map(
          ([, name, value]) => [name, Number(value)],
        ),
      );
    const millimetres = (value = 0) => Math.round((value / 1440) * 254) / 10;
    const size = numbers('pgSz');
    const margin = numbers('pgMar');
    expect([millimetres(size.w), millimetres(size.h)]).toEqual([210, 297]);
    expect([margin.top, margin.right, margin.bottom, margin.left].map(millimetres)).toEqual([37, 26, 35, 28]);
    const grid = numbers('docGrid');
    const styles = parts['word/styles.xml'] ?? '';
    const normal = /<w:style [^>]*w:styleId="Normal".*?<\/w:style>/s.exec(styles)?.[0] ?? '';
    const character = 16 + Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(normal)?.[1]) / 20;
    expect(Math.floor(((156 / 25.4) * 72) / character + 0.01)).toBe(28);
    expect(Math.floor(((225 / 25.4) * 1440) / (grid.linePitch ?? 1))).toBe(22);
    const styleOf = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
    for (const [id, face] of [
      ['Title', '方正小标宋简体'],
      ['Heading1', '黑体'],
      ['Heading2', '楷体'],
      ['Heading3', '仿宋'],
      ['Heading4', '仿宋'],
    ] as const) {
      expect(styleOf(id)).toContain(`w:eastAsia="${face}"`);
    }
    expect(styleOf('Heading3')).toContain('<w:b/>');
    expect(styles).toMatch(/<w:docDefaults>.*w:eastAsia="仿宋".*<w:sz w:val="32"\/>.*w:line="579" w:lineRule="exact"/s);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders');
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map((name) => parts[name] ?? '');
    for (const footer of footers) expect(footer).toMatch(/— .*PAGE.* —/s);
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual(['left', 'right']);
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>');
  });

  test('has a contents field with an entry for each heading', async () => {
    const document = partsOf(await bytesOf())['word/document.xml'] ?? '';
    expect(document).toContain('TOC \\h \\o &quot;1-3&quot;');
    const entries = paragraphsOf(document).filter(({ style }) => style.startsWith('TOC'));
    expect(entries.map(({ text }) => text)).toContain('（三）深化体育教育改革');
    expect(entries.map(({ text }) => text)).toContain('失联批注');
  });

  test('has no contents where the report has none', async () => {
    const document = partsOf(await bytesOf(sampleNotes, { hasContents: false }))['word/document.xml'] ?? '';
    expect(document).not.toContain('TOC ');
  });

  test('tells who made it, when, and of what', async () => {
    const core = partsOf(await bytesOf())['docProps/core.xml'];
    expect(core).toContain(
      '<dc:title>《吉林市“十四五”教育发展规划》批注汇编</dc:title><dc:creator>王老师</dc:creator>',
    );
    expect(core).toContain('>2026-11-26T04:00:00Z</dcterms:created>');
  });

  test('lays the ledger across the sheet, with a head that comes again and rows that are not cut', async () => {
    const bytes = await bytesOf(sampleNotes, { content: 'ledger', layout: 'table' });
    const document = partsOf(bytes)['word/document.xml'] ?? '';
    expect(document).toContain('w:orient="landscape"');
    expect(timesIn(document, '<w:tblHeader/>')).toBe(1);
    expect(timesIn(document, '<w:cantSplit/>')).toBe(2);
    expect(document).toContain('<w:tblLayout w:type="fixed"/>');
    expect(timesIn(await textOf(bytes), '每周开足美育课程')).toBe(1);
  });

  test('takes nothing in a note for its own, and drops no character', async () => {
    const body = '{bullets-0} <w:p/> &amp; \u0000\u0008 \ud800 \uffff 𠮷\t"引"';
    const note = annotate(plan, '发展基础', { id: idOf(1), body });
    const text = await textOf(await bytesOf([note], { title: '<b>"标题"&' }));
    expect(text).toContain('{bullets-0} <w:p/> & \ufffd\ufffd \ufffd \ufffd 𠮷\t"引"');
    expect(text).toContain('《<b>"标题"&》批注汇编');
  });
});
