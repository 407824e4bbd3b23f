import type { PlanDocument } from '#core/plan/plan';
import { sectionTitle } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { frontGroup, lostGroup } from '../../store/note-groups.ts';

const words = messages.noteList;

/** What a group of annotations is called: a chapter by its number and heading. */
export function groupTitle(plan: PlanDocument, group: string): string {
  if (group === frontGroup || group === lostGroup) return words.groups[group];
  const chapter = plan.sections.find(({ id }) => id === group);
  return chapter === undefined
    ? ''
    : sectionTitle(plan, chapter, { chapter: words.chapterWithoutHeading, section: '' });
}
