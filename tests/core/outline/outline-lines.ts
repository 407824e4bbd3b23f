import { planFromText } from '#core/outline/plan-from-text';
import type { PlanDocument, PlanSection } from '#core/plan/plan';

/** One line for each section, so that a whole outline reads as a table: `2.1 （一） 发展基础`; 缺 stands for a missing heading. */
export function outlineLines(plan: PlanDocument): string[] {
  return plan.sections.map((section) => `${section.id} ${section.ordinal} ${wordsOf(section)}`.trim());
}

/** The outline of these lines below a title, which keeps a first paragraph from being taken for one. */
export function outlineOf(lines: readonly string[]): string[] {
  return outlineLines(planFromText('example', ['示例规划', ...lines].join('\n')));
}

function wordsOf(section: PlanSection): string {
  return section.headingBlock === undefined ? '缺' : (section.heading ?? '');
}
