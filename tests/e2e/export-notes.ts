import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { describeRange } from '../../src/core/anchoring/describe.ts';
import { blockRanges } from '../../src/core/plan/canonical-text.ts';
import type { PlanDocument } from '../../src/core/plan/plan.ts';
import type { OperationInput } from '../../src/ipc/contract.ts';

export type Draft = OperationInput<'annotations.create'>;

/** The plan that comes with the program. */
export const plan: PlanDocument = JSON.parse(readFileSync('resources/plans/jilin-145-education/plan.json', 'utf8'));

/** A note on the passage `words` of the plan. */
export function noteOn(words: string, fields: Partial<Draft> = {}): Draft {
  const text = plan.blocks.map((block) => block.text).join('\n');
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`not in the plan: ${words}`);
  const start = [...text.slice(0, at)].length;
  return draft(start, start + [...words].length, fields);
}

/** A note on a part of a block. */
export function noteOnBlock(block: number, from: number, length: number, fields: Partial<Draft> = {}): Draft {
  const range = blockRanges(plan)[block];
  if (range === undefined) throw new Error(`no block ${block}`);
  const start = Math.min(range.start + from, range.end - 1);
  return draft(start, Math.min(start + length, range.end), fields);
}

/** The same note as if it had been made on a text where the passage read differently. */
export function lost(note: Draft, exact: string): Draft {
  return { ...note, target: { ...note.target, exact, textHash: 'sha256-0000000000000000' } };
}

/** Saves notes through the program, as the window does. */
export async function saveNotes(page: Page, drafts: readonly Draft[]): Promise<void> {
  await page.evaluate(async (notes) => {
    for (const note of notes) {
      const answer = await window.api['annotations.create'](note);
      if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.detail}`);
    }
  }, drafts);
}

function draft(start: number, end: number, fields: Partial<Draft>): Draft {
  return {
    document: plan.id,
    documentTitle: plan.title,
    motivation: 'commenting',
    label: 'important',
    tags: [],
    body: '',
    target: describeRange(plan, { start, end }),
    ...fields,
  };
}
