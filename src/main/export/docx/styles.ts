import type { IParagraphStyleOptions, IRunStylePropertiesOptions, IStylesOptions } from 'docx';
import type { ReportLayout } from '#core/report/report-kinds';
import { messages } from '#messages/zh-CN';
import { type Face, fontOf } from './faces.ts';
import { officialGrid, twips } from './measures.ts';

/** The styles of this file beside those that Word has itself. */
export const styleIds = {
  title: 'Title',
  summary: 'ReportSummary',
  remark: 'ReportRemark',
  contents: 'ContentsHeading',
  facts: 'EntryFacts',
  quote: 'Quote',
  note: 'EntryNote',
  noteHeading: 'EntryNoteHeading',
  noteQuote: 'EntryNoteQuote',
  code: 'EntryNoteCode',
  detail: 'EntryDetail',
  task: 'EntryTask',
  explanation: 'Explanation',
  cell: 'TableCell',
  cellHead: 'TableHead',
  signature: 'SignatureBlock',
} as const;

/** How the text of a layout is set, in points. */
export interface TextSetting {
  body: { face: Face; size: number };
  quote: Face;
  /** The distance of lines: exact, or a share of the size. */
  line: { exact: number } | { share: number };
  title: { face: Face; size: number; isBold: boolean; isCentred: boolean; line: number };
  headings: readonly { face: Face; size: number; isBold: boolean; before: number }[];
  /** Facts, tags and what else is said about an entry. */
  small: { face: Face; size: number };
  /** By what entries are indented. */
  indent: number;
  /** Between entries. */
  gap: number;
}

const { size, pitch, character } = officialGrid;

/** 一、 in 黑体, （一） in 楷体, 1. in bold 仿宋, （1） in 仿宋: the hierarchy of official writing. */
const official: TextSetting = {
  body: { face: 'fang', size },
  quote: 'kai',
  line: { exact: pitch },
  title: { face: 'title', size: 22, isBold: false, isCentred: true, line: 36 },
  headings: [
    { face: 'hei', size, isBold: false, before: pitch / 2 },
    { face: 'kai', size, isBold: false, before: pitch / 2 },
    { face: 'fang', size, isBold: true, before: pitch / 2 },
    { face: 'fang', size, isBold: false, before: pitch / 2 },
  ],
  small: { face: 'hei', size: 12 },
  indent: 2 * character,
  gap: pitch / 2,
};

const plain: TextSetting = {
  body: { face: 'sans', size: 10.5 },
  quote: 'song',
  line: { share: 1.5 },
  title: { face: 'sans', size: 19, isBold: true, isCentred: false, line: 27 },
  headings: [
    { face: 'sans', size: 14, isBold: true, before: 20 },
    { face: 'sans', size: 11.5, isBold: true, before: 14 },
    { face: 'sans', size: 10.5, isBold: true, before: 10 },
    { face: 'sans', size: 10.5, isBold: false, before: 8 },
  ],
  small: { face: 'sans', size: 9 },
  indent: 21,
  gap: 10,
};

const table: TextSetting = {
  ...plain,
  body: { face: 'song', size: 9 },
  line: { share: 1.25 },
  title: { face: 'title', size: 18, isBold: false, isCentred: true, line: 28 },
  headings: plain.headings.map((heading) => ({ ...heading, face: 'hei', size: 12, isBold: false })),
  small: { face: 'hei', size: 9 },
};

export const textSettings: Record<ReportLayout, TextSetting> = { official, plain, table };

/** The styles of a layout: 标题 1–4, 标题, 引用 and 目录 are those of Word itself, so that it knows what they are. */
export function stylesOf(layout: ReportLayout): IStylesOptions {
  const setting = textSettings[layout];
  const [heading1, heading2, heading3, heading4] = setting.headings.map((heading, index) => ({
    run: { ...run(heading), bold: heading.isBold, color: '000000' },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: index,
      spacing: { ...lineOf(setting, heading.size), before: twips.ofPoints(heading.before), after: 0 },
      ...(layout === 'official' && { indent: { firstLine: twips.ofPoints(setting.indent), firstLineChars: 200 } }),
    },
  }));
  const { title } = setting;
  return {
    default: {
      document: {
        run: { ...run(setting.body), language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: lineOf(setting, setting.body.size) },
      },
      title: {
        run: { ...run(title), bold: title.isBold, color: '000000' },
        paragraph: {
          alignment: title.isCentred ? 'center' : 'left',
          spacing: {
            line: twips.ofPoints(title.line),
            lineRule: 'exact',
            before: layout === 'official' ? twips.ofPoints(pitch) : 0,
            after: twips.ofPoints(setting.gap),
          },
        },
      },
      ...(heading1 && { heading1 }),
      ...(heading2 && { heading2 }),
      ...(heading3 && { heading3 }),
      ...(heading4 && { heading4 }),
      hyperlink: { run: { color: '000000', underline: { type: 'single' } } },
    },
    paragraphStyles: [normal(setting), ...ofReport(setting), ...ofEntry(setting), ...ofContents(setting)],
    characterStyles: [
      // Chinese faces have no italics: another face stands out instead.
      {
        id: 'Emphasis',
        name: 'Emphasis',
        run: { font: fontOf(setting.body.face === 'kai' ? 'hei' : 'kai'), italics: false },
      },
    ],
  };
}

/** Written out: the grid of the text counts from the size of this style. */
function normal(setting: TextSetting): IParagraphStyleOptions {
  const paragraph = { spacing: lineOf(setting, setting.body.size) };
  return { id: 'Normal', name: 'Normal', quickFormat: true, run: run(setting.body), paragraph };
}

function ofReport(setting: TextSetting): IParagraphStyleOptions[] {
  const { names } = messages.wordFile;
  const alignment = setting.title.isCentred ? 'center' : 'left';
  const small = { ...run(setting.small), color: '444444' };
  const tight = { line: 240, lineRule: 'auto' } as const;
  return [
    style(styleIds.summary, names.summary, { paragraph: { alignment } }),
    style(styleIds.remark, names.remark, { run: small, paragraph: { alignment, spacing: { ...tight, before: 60 } } }),
    style(styleIds.explanation, names.explanation, {
      paragraph: {
        indent: { firstLine: twips.ofPoints(setting.body.size * 2), firstLineChars: 200 },
        alignment: 'both',
      },
    }),
    style(styleIds.cell, names.cell, { run: run({ face: 'song', size: 9 }), paragraph: { spacing: tight } }),
    style(styleIds.cellHead, names.cellHead, {
      run: run({ face: 'hei', size: 9 }),
      paragraph: { alignment: 'center', spacing: tight },
    }),
    style(styleIds.signature, names.signature, {
      paragraph: {
        keepNext: true,
        indent: { left: twips.ofMillimetres(80) },
        spacing: { before: twips.ofPoints(setting.gap) },
      },
    }),
  ];
}

function ofEntry(setting: TextSetting): IParagraphStyleOptions[] {
  const { names } = messages.wordFile;
  const left = twips.ofPoints(setting.indent);
  const small = run(setting.small);
  return [
    style(styleIds.facts, names.facts, {
      run: small,
      paragraph: { keepNext: true, indent: { left, hanging: left }, spacing: { before: twips.ofPoints(setting.gap) } },
    }),
    style(styleIds.quote, 'Quote', {
      run: { ...run({ face: setting.quote, size: setting.body.size }), italics: false, color: '000000' },
      paragraph: {
        alignment: 'both',
        indent: { left },
        border: { left: { style: 'single', size: 10, space: 6, color: '000000' } },
      },
    }),
    style(styleIds.note, names.note, { paragraph: { alignment: 'both', indent: { left } } }),
    style(styleIds.noteHeading, names.noteHeading, {
      run: { bold: true },
      paragraph: { indent: { left }, keepNext: true },
    }),
    style(styleIds.noteQuote, names.noteQuote, {
      paragraph: { indent: { left }, border: { left: { style: 'single', size: 4, space: 6, color: '888888' } } },
    }),
    style(styleIds.code, names.code, {
      run: { font: { ...fontOf('hei'), ascii: 'Consolas', hAnsi: 'Consolas' } },
      paragraph: { indent: { left } },
    }),
    style(styleIds.detail, names.detail, { run: small, paragraph: { indent: { left } } }),
    // The values stand below each other, beside names of up to four characters.
    style(styleIds.task, names.task, {
      run: small,
      paragraph: {
        indent: {
          left: left + twips.ofPoints(5 * setting.small.size),
          hanging: twips.ofPoints(5 * setting.small.size),
        },
      },
    }),
  ];
}

function ofContents(setting: TextSetting): IParagraphStyleOptions[] {
  const first = setting.headings[0] ?? { face: 'hei', size: setting.body.size };
  return [
    style(styleIds.contents, messages.wordFile.names.contents, {
      run: run(first),
      paragraph: { alignment: 'center', spacing: { before: twips.ofPoints(setting.gap) } },
    }),
    ...[1, 2, 3].map((level) =>
      style(`TOC${level}`, `toc ${level}`, {
        paragraph: { indent: { left: twips.ofPoints((level - 1) * setting.body.size * 2) } },
      }),
    ),
  ];
}

function style(
  id: string,
  name: string,
  { run: ofRun, paragraph }: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...(ofRun && { run: ofRun }),
    ...(paragraph && { paragraph }),
  };
}

function run({ face, size: points }: { face: Face; size: number }): IRunStylePropertiesOptions {
  return { font: fontOf(face), size: points * 2, characterSpacing: points === size ? officialGrid.tightening : 0 };
}

function lineOf({ line }: TextSetting, points: number): { line: number; lineRule: 'exact' | 'auto' } {
  if ('share' in line) return { line: Math.round(240 * line.share), lineRule: 'auto' };
  return { line: twips.ofPoints(Math.max(line.exact, points * 1.2)), lineRule: 'exact' };
}
