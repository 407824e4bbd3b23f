import { findAttachmentLists } from './attachment-lists.ts';
import { findBoxes } from './boxes.ts';
import { findContents } from './contents.ts';
import { isListedLine, type ListedItems } from './listed-items.ts';
import type { TextBlock } from './text-block.ts';

/**
 * What a line is that no heading can stand in: a line of a table of contents, a row, a note, text of a box, a line that the
 * reader says is the title, or `text`, ordinary text that only looks numbered.
 */
export type LineRole = 'contents' | 'row' | 'note' | 'box' | 'title' | 'text';

type Decision = NonNullable<NonNullable<TextBlock['hint']>['decided']>;

/** The role of each line that has one. What the reader decided goes first. */
export function lineRoles(lines: readonly TextBlock[], items: ListedItems): (LineRole | undefined)[] {
  const isContents = findContents(lines);
  const isAttachmentListed = findAttachmentLists(lines);
  const isListed = lines.map(
    ({ text }, index) => isAttachmentListed[index] === true || isListedLine(items, index, text),
  );
  const isTaken = (index: number) =>
    isContents[index] === true ||
    isListed[index] === true ||
    lines[index]?.hint?.role !== undefined ||
    lines[index]?.hint?.decided !== undefined;
  const isBox = findBoxes(lines, isTaken);
  return lines.map(({ hint }, index) => {
    if (hint?.decided !== undefined) return decidedRole(hint.decided, hint.role);
    if (isContents[index]) return 'contents';
    return hint?.role ?? (isListed[index] ? 'text' : isBox[index] ? 'box' : undefined);
  });
}

function decidedRole(decided: Decision, role: LineRole | undefined): LineRole | undefined {
  if (typeof decided === 'object' || decided === 'attachment' || decided === 'dropped') return undefined;
  if (decided !== 'text') return decided;
  // Text that the reader decided is no heading stays a row or a note, but what he touched is no table of contents.
  return role === undefined || role === 'contents' ? 'text' : role;
}
