import { isMissing, type PlanDocument, type PlanSection } from '../plan/plan.ts';
import { sectionNumber } from '../plan/section-tree.ts';
import { type MissingKind, type MissingPart, missingKinds } from './report.ts';

/** What the source lacks in the sections `reported` (ids, with those of the chapters above), by kind. */
export function missingParts(plan: PlanDocument, reported: ReadonlySet<string>): MissingPart[] {
  return missingKinds.flatMap((kind) => {
    const sections = plan.sections.filter((section) => lacks(plan, section, kind, reported));
    return sections.length === 0 ? [] : [{ kind, sections: sections.map(({ id }) => sectionNumber(plan, id)) }];
  });
}

function lacks(plan: PlanDocument, section: PlanSection, kind: MissingKind, reported: ReadonlySet<string>): boolean {
  if (kind === 'section') {
    return isMissing(section) && !reported.has(section.id) && reported.has(section.parent ?? '');
  }
  if (!reported.has(section.id)) return false;
  switch (kind) {
    case 'heading':
      return isMissing(section);
    case 'inferred':
      return section.inferred === true && !isMissing(section);
    case 'gap':
      return section.bodyBlocks.some((block) => plan.blocks[block]?.gapBefore === true);
    case 'cutOff':
      return section.bodyBlocks.some((block) => plan.blocks[block]?.cutOff === true);
  }
}
