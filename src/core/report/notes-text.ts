import { titleOf } from '../plan/section-tree.ts';
import type { Report, ReportEntry, ReportSection } from './report.ts';
import { headOf } from './report-head.ts';
import type { ReportText, TextBlock, TextSection } from './report-text.ts';
import type { ReportWords } from './report-words.ts';

/** All notes under the headings of the plan, then those whose clause is lost, then what the source lacks. */
export function notesText(report: Report, words: ReportWords): ReportText {
  const { front, chapters, orphans, missing, counts } = report;
  const section = (kind: TextSection['kind'], title: string, blocks: TextBlock[]): TextSection[] =>
    blocks.length === 0 ? [] : [{ key: kind, kind, level: 1, title, blocks, sections: [] }];
  const explanation: TextBlock = { kind: 'explanation', text: words.orphans.explanation };
  return {
    ...headOf(report, words, { title: words.title(report.document.title), counts: words.counts(counts) }),
    ...(counts.entries === 0 && { empty: words.empty }),
    blocks: [],
    sections: [
      ...section('front', words.front, front.map(asEntryBlock)),
      ...chapters.map((chapter) => sectionText(chapter, words)),
      ...section(
        'orphans',
        words.orphans.heading,
        orphans.length === 0 ? [] : [explanation, ...orphans.map(asEntryBlock)],
      ),
      ...section(
        'missing',
        words.missing.heading,
        missing.map((part) => missingText(part, words)),
      ),
    ],
  };
}

/** An entry as a block of the text. */
export function asEntryBlock(entry: ReportEntry): TextBlock {
  return { kind: 'entry', entry };
}

/** A heading as it is printed; one that the source lacks is said to be missing. */
export function sectionTitle(
  { ordinal, heading, level }: Pick<ReportSection, 'ordinal' | 'heading' | 'level'>,
  words: ReportWords,
): string {
  return titleOf(ordinal, heading ?? (level === 1 ? words.missingChapterHeading : words.missingSectionHeading));
}

function sectionText(section: ReportSection, words: ReportWords): TextSection {
  const { key, level, entries, sections, inferred, heading } = section;
  return {
    key,
    kind: level === 1 ? 'chapter' : 'clause',
    level,
    title: sectionTitle(section, words),
    ...(inferred && heading !== undefined && { lack: words.inferred }),
    blocks: entries.map(asEntryBlock),
    sections: sections.map((child) => sectionText(child, words)),
  };
}

/** What the source lacks, as a block of the text. */
export function missingText({ kind, sections }: Report['missing'][number], { missing }: ReportWords): TextBlock {
  return { kind: 'references', before: missing.parts[kind], numbers: sections, after: missing.end };
}
