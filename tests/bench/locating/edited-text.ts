import { readFileSync } from 'node:fs';
import { describeRange } from '#core/anchoring/describe';
import type { Annotation } from '#core/annotation/annotation';
import { serialiseNoteFile } from '#core/annotation/note-file';
import { foreignNote, noteId } from '../../e2e/placed-notes.ts';
import { createTrial } from '../anchoring/placements.ts';
import { scenarios } from '../anchoring/scenarios.ts';
import { bundledId } from '../long-plan.mjs';

const excerpt = readFileSync(
  new URL('../../../resources/plans/jilin-145-education/source.txt', import.meta.url),
  'utf8',
);

/**
 * A text of `length` characters in which everything was edited, as JSON, and so many notes on what it was before, as files.
 *
 * @public bench.mjs loads this file at run time
 */
export function editedText(length: number, count: number): { plan: string; notes: { name: string; text: string }[] } {
  const scenario = scenarios.at(-1);
  if (scenario === undefined) throw new Error('there is no scenario');
  const { before, after, placements } = createTrial(excerpt, scenario, 1, count, length);
  const notes = placements.map(({ range }, index) => {
    const target = describeRange(before, range);
    return noteFile(
      foreignNote(index, { id: noteId(index), document: bundledId, target, body: `第 ${index} 条批注。` }),
    );
  });
  return { plan: JSON.stringify({ ...after, id: bundledId }), notes };
}

function noteFile(annotation: Annotation): { name: string; text: string } {
  const text = serialiseNoteFile({ annotation, extra: [] });
  if (!text.ok) throw new Error(text.error);
  return { name: `${annotation.id}.md`, text: text.value };
}
