import { groupTasks } from '../ledger/group-tasks.ts';
import { countsOf } from './build-report.ts';
import { entriesOf, type Report, type ReportEntry, type ReportSection } from './report.ts';

/** What one department has to do. */
export interface DepartmentPart {
  /** Empty for the tasks without one. */
  department: string;
  report: Report;
}

/**
 * A report on the ledger taken apart: every task is in the part of its department. Each part counts from 1, in the order of the
 * whole: a department would take gaps for tasks that were forgotten.
 */
export function departmentParts(report: Report): DepartmentPart[] {
  const groups = groupTasks(entriesOf(report), 'department', ({ task }) => task?.fields.department ?? '');
  return groups.map(({ key, members }) => ({ department: key, report: partOf(report, numbered(members)) }));
}

/** The entries of a part as they are there, by what they are in the whole. */
function numbered(members: readonly ReportEntry[]): Map<ReportEntry, ReportEntry> {
  const inOrder = [...members].sort((left, right) => left.number - right.number);
  return new Map(inOrder.map((entry, index) => [entry, { ...entry, number: index + 1 }]));
}

function partOf(report: Report, wanted: ReadonlyMap<ReportEntry, ReportEntry>): Report {
  const some = (entries: readonly ReportEntry[]) => entries.flatMap((entry) => wanted.get(entry) ?? []);
  const below = ({ entries, sections, ...section }: ReportSection): ReportSection[] => {
    const part = { ...section, entries: some(entries), sections: sections.flatMap(below) };
    return part.entries.length === 0 && part.sections.length === 0 ? [] : [part];
  };
  const { leftOut } = report.counts;
  return {
    ...report,
    // What others have to do is in their files.
    counts: { ...countsOf([...wanted.values()]), leftOut: { ...leftOut, elsewhere: 0 } },
    front: some(report.front),
    chapters: report.chapters.flatMap(below),
    orphans: some(report.orphans),
  };
}
