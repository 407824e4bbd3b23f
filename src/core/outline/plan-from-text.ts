import type { PlanDocument } from '../plan/plan.ts';
import { planFromBlocks } from './parse-outline.ts';
import { blocksFromText } from './text-block.ts';

/**
 * The plan that a plain text is: every non-blank line is in it once, in order, without the white space around it. Any text
 * is a plan, an empty one too; never throws.
 */
export function planFromText(id: string, text: string): PlanDocument {
  return planFromBlocks(id, blocksFromText(text));
}
