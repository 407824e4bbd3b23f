import { titleOf } from '../plan/section-tree.ts';
import type { Report, ReportSection } from './report.ts';
import type { ReportWords } from './report-words.ts';

/** A heading of the report; `key` is the id of its element and the name of its destination in a PDF. */
export interface OutlineItem {
  key: string;
  title: string;
  children: OutlineItem[];
}

/** The headings of the page that `toHtml` makes, for the bookmarks of a PDF. */
export function reportOutline(report: Report, words: ReportWords): OutlineItem[] {
  const leaf = (key: string, title: string): OutlineItem => ({ key, title, children: [] });
  return [
    ...(report.front.length > 0 ? [leaf('front', words.front)] : []),
    ...report.chapters.map((chapter) => sectionItem(chapter, words)),
    ...(report.orphans.length > 0 ? [leaf('orphans', words.orphans.heading)] : []),
    ...(report.missing.length > 0 ? [leaf('missing', words.missing.heading)] : []),
  ];
}

/** A heading as it is printed; one that the source lacks is said to be missing. */
export function sectionTitle({ ordinal, heading, level }: ReportSection, words: ReportWords): string {
  return titleOf(ordinal, heading ?? (level === 1 ? words.missingChapterHeading : words.missingSectionHeading));
}

function sectionItem(section: ReportSection, words: ReportWords): OutlineItem {
  return {
    key: section.key,
    title: sectionTitle(section, words),
    children: section.sections.map((child) => sectionItem(child, words)),
  };
}
