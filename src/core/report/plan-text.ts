import { isCutOff, isMissing, type PlanBlock, type PlanDocument } from '../plan/plan.ts';
import { type SectionNode, sectionKey, sectionPath, sectionTree } from '../plan/section-tree.ts';
import { missingParts } from './missing-parts.ts';
import { asEntryBlock, missingText, sectionTitle } from './notes-text.ts';
import type { Report, ReportEntry, ReportSection } from './report.ts';
import { headOf } from './report-head.ts';
import type { ReportText, TextBlock, TextSection } from './report-text.ts';
import type { ReportWords } from './report-words.ts';

const noneLeftOut = { highlights: 0, elsewhere: 0, unreadable: 0 };

/** The text itself, as far as the report reaches, with the entries of each section after its own paragraphs. */
export function planText(
  report: Report,
  { plan, section }: { plan: PlanDocument; section?: string },
  words: ReportWords,
): ReportText {
  const { document, counts, front, chapters, orphans } = report;
  const entries = new Map<string, readonly ReportEntry[]>();
  const collect = ({ key, entries: own, sections }: ReportSection) => {
    entries.set(key, own);
    sections.forEach(collect);
  };
  chapters.forEach(collect);
  const nodes = sectionTree(plan).filter((node) => section === undefined || isWithin(plan, node, section));
  const before =
    section === undefined ? plan.blocks.filter((block) => block.section === undefined && block.kind !== 'title') : [];
  const closing = (kind: 'orphans' | 'missing', title: string, blocks: TextBlock[]): TextSection[] =>
    blocks.length === 0 ? [] : [{ key: kind, kind, level: 1, title, blocks, sections: [] }];
  const explanation: TextBlock = { kind: 'explanation', text: words.orphans.explanation };
  // What is left out of the notes says nothing about the text.
  const head = headOf({ ...report, counts: { ...counts, leftOut: noneLeftOut } }, words, {
    title: document.title,
    counts: counts.entries === 0 ? '' : words.plan.counts(counts.entries),
  });
  const shown = new Set(nodes.flatMap(sectionIds));
  const missing = missingParts(plan, shown).map((part) => missingText(part, words));
  return {
    ...head,
    // The day stands below the title of the plan, whose own day it is not.
    day: words.plan.day(head.day),
    remarks: isCutOff(plan) ? [...head.remarks, words.plan.excerpt] : head.remarks,
    blocks: [...before.flatMap((block) => paragraphs(block, words)), ...front.map(asEntryBlock)],
    sections: [
      ...nodes.map((node) => sectionOf(plan, node, { words, entries })),
      ...closing(
        'orphans',
        words.orphans.heading,
        orphans.length === 0 ? [] : [explanation, ...orphans.map(asEntryBlock)],
      ),
      ...closing('missing', words.missing.heading, missing),
    ],
  };
}

function sectionIds({ section, children }: SectionNode): string[] {
  return [section.id, ...children.flatMap(sectionIds)];
}

function isWithin(plan: PlanDocument, { section }: SectionNode, wanted: string): boolean {
  return sectionPath(plan, wanted)[0]?.id === section.id;
}

interface Parts {
  words: ReportWords;
  entries: ReadonlyMap<string, readonly ReportEntry[]>;
}

function sectionOf(plan: PlanDocument, { section, children }: SectionNode, parts: Parts): TextSection {
  const { words, entries } = parts;
  const { ordinal, level, heading, inferred, bodyBlocks } = section;
  const key = sectionKey(plan, section.id);
  const blocks = bodyBlocks.flatMap((index) => plan.blocks[index] ?? []);
  const isBare = blocks.length === 0 && children.length === 0 && !isMissing(section);
  return {
    key,
    kind: level === 1 ? 'chapter' : 'clause',
    level,
    title: sectionTitle({ ordinal, level, ...(isMissing(section) ? {} : { heading: heading ?? '' }) }, words),
    ...(inferred && !isMissing(section) && { lack: words.inferred }),
    blocks: [
      ...(isBare ? [{ kind: 'paragraph' as const, role: 'lack' as const, text: words.plan.headingOnly }] : []),
      ...blocks.flatMap((block) => paragraphs(block, words)),
      ...(entries.get(key) ?? []).map(asEntryBlock),
    ],
    sections: children.map((child) => sectionOf(plan, child, parts)),
  };
}

/** A paragraph, and what the source lacks before it and at its end. A row of a table has its cells apart. */
function paragraphs({ kind, text, gapBefore, cutOff }: PlanBlock, words: ReportWords): TextBlock[] {
  const role = kind === 'row' || kind === 'note' || kind === 'box' ? kind : 'paragraph';
  return [
    ...(gapBefore ? [{ kind: 'paragraph' as const, role: 'lack' as const, text: words.gap }] : []),
    { kind: 'paragraph', role, text: text.replaceAll('\t', '　'), ...(cutOff && { lack: words.cutOff }) },
  ];
}
