import type { Annotation } from '#core/annotation/annotation';
import { messages } from '#messages/zh-CN';
import { taskFacts } from '../../store/task-words.ts';

const words = messages.interchange;
/** Characters that are shown before the first difference, and at most altogether. */
const lead = 12;
const longest = 120;

/** What differs between two states of a note, in a line for each. */
export function changedAspects(
  before: Annotation,
  after: Annotation,
  nameOfLabel: (label: string) => string,
): { before: string; after: string } {
  const pairs: [string, string][] = [];
  if (before.label !== after.label) {
    pairs.push([words.labelIs(nameOfLabel(before.label)), words.labelIs(nameOfLabel(after.label))]);
  }
  if (before.tags.join('\n') !== after.tags.join('\n'))
    pairs.push([words.tagsAre(before.tags), words.tagsAre(after.tags)]);
  if (before.body !== after.body) {
    const from = Math.max(0, firstDifference(before.body, after.body) - lead);
    pairs.push([excerptFrom(before.body, from), excerptFrom(after.body, from)]);
  }
  if (JSON.stringify(before.task) !== JSON.stringify(after.task)) pairs.push([taskLine(before), taskLine(after)]);
  // What else there is to differ is where the passage stands, or nothing that could be seen.
  if (pairs.length === 0) {
    const isPlaced = JSON.stringify(before.placement) !== JSON.stringify(after.placement);
    pairs.push(
      isPlaced ? [words.place.before, words.place.after] : [excerptFrom(before.body, 0), excerptFrom(after.body, 0)],
    );
  }
  const side = (index: 0 | 1) => pairs.map((pair) => pair[index]).join(' · ');
  return { before: side(0), after: side(1) };
}

/** What a task says, as far as one line has room for it. */
function taskLine({ task }: Annotation): string {
  return task === undefined ? words.noTask : excerptFrom(words.task(taskFacts(task).join('，')), 0);
}

/** A piece of a text on one line, whole characters only. */
export function excerptFrom(text: string, from: number): string {
  if (text === '') return words.noText;
  const piece = text.slice(from, from + longest).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  return `${from > 0 ? '…' : ''}${piece.replaceAll(/\s+/g, ' ')}`;
}

function firstDifference(left: string, right: string): number {
  let index = 0;
  while (index < left.length && left[index] === right[index]) index += 1;
  return index;
}
