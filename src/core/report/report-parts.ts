import { groupTasks } from '../ledger/group-tasks.ts';
import { countsOf } from './build-report.ts';
import { entriesOf, type Report, type ReportEntry, type ReportSection } from './report.ts';

/** What one department has to do. */
export interface DepartmentPart {
  /** Empty for the tasks without one. */
  department: string;
  report: Report;
}

/** A report on the ledger taken apart: every task is in the part of its department, under the number that it has in the whole. */
export function departmentParts(report: Report): DepartmentPart[] {
  const groups = groupTasks(entriesOf(report), 'department', ({ task }) => task?.fields.department ?? '');
  return groups.map(({ key, members }) => ({ department: key, report: partOf(report, new Set(members)) }));
}

function partOf(report: Report, wanted: ReadonlySet<ReportEntry>): Report {
  const some = (entries: readonly ReportEntry[]) => entries.filter((entry) => wanted.has(entry));
  const below = ({ entries, sections, ...section }: ReportSection): ReportSection[] => {
    const part = { ...section, entries: some(entries), sections: sections.flatMap(below) };
    return part.entries.length === 0 && part.sections.length === 0 ? [] : [part];
  };
  const { leftOut } = report.counts;
  return {
    ...report,
    // What others have to do is in their files.
    counts: { ...countsOf([...wanted]), leftOut: { ...leftOut, elsewhere: 0 } },
    front: some(report.front),
    chapters: report.chapters.flatMap(below),
    orphans: some(report.orphans),
  };
}
