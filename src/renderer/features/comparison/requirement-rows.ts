import { clausesOf } from '#core/comparison/clauses';
import type { Requirement } from '#core/comparison/requirements';
import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { sectionNumber } from '#core/plan/section-tree';
import type { OperationInput } from '#ipc/contract';
import { messages } from '#messages/zh-CN';

const words = messages.comparison;

/** How much of a text stands in a cell, in characters. */
const lengths = { shown: 90, required: 1500, answer: 200 };

export interface RequirementCell {
  section: string;
  number: string;
  heading: string;
  body: string;
}

export interface RequirementRow {
  match: Requirement['match'];
  required: RequirementCell;
  answer: RequirementCell | null;
}

export type MatchFilter = Requirement['match'] | 'all';

export function requirementRows(
  left: PlanDocument,
  right: PlanDocument,
  requirements: readonly Requirement[],
): RequirementRow[] {
  const [required, answers] = [cells(left), cells(right)];
  return requirements.map(({ section, answer, match }) => ({
    match,
    required: required(section),
    answer: answer === null ? null : answers(answer),
  }));
}

function cells(plan: PlanDocument): (section: string) => RequirementCell {
  const clauses = new Map(clausesOf(plan).map((clause) => [clause.id, clause]));
  const sections = new Map(plan.sections.map((section) => [section.id, section]));
  return (section) => {
    const { heading = '' } = clauses.get(section) ?? {};
    return { section, number: sectionNumber(plan, section), heading, body: bodyOf(plan, sections.get(section)) };
  };
}

/** In one line. Where the source lacks text, or breaks off, that stands there as well. */
function bodyOf({ blocks }: PlanDocument, section: PlanSection | undefined): string {
  const own = section?.bodyBlocks.flatMap((index) => blocks[index] ?? []) ?? [];
  return own
    .map(({ text, gapBefore, cutOff }, index) => {
      const isBrokenOff = cutOff === true && own[index + 1]?.gapBefore !== true;
      return [gapBefore ? messages.reading.gap : '', text, isBrokenOff ? messages.reading.cutOff : ''].join('');
    })
    .join('');
}

export function beginningOf(text: string): string {
  return cut(text, lengths.shown);
}

/** The table as it is exported, with the names of its columns. */
export function exportedRows(rows: readonly RequirementRow[]): string[][] {
  return [
    [...words.table.columns],
    ...rows.map(({ match, required, answer }, index) => [
      `${index + 1}`,
      required.number,
      textOf(required, lengths.required),
      answer?.number ?? '',
      answer === null ? words.table.matches.missing : textOf(answer, lengths.answer),
      words.table.matches[match],
    ]),
  ];
}

/** The same for paper; a cell has no more than the contract takes. */
export function printedRows(rows: readonly RequirementRow[]): OperationInput<'comparison.prepareTable'>['rows'] {
  const clause = ({ number, heading, body }: RequirementCell) => ({
    number,
    heading: cut(heading, lengths.required),
    body: cut(body, lengths.required),
  });
  return rows.map(({ match, required, answer }) => ({
    match,
    required: clause(required),
    answer: answer === null ? null : clause(answer),
  }));
}

function textOf({ heading, body }: RequirementCell, length: number): string {
  return cut([heading, body].filter((part) => part !== '').join('\n'), length);
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}……`;
}
