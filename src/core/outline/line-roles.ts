import { findAttachmentLists } from './attachment-lists.ts';
import { findBoxes } from './boxes.ts';
import { findContents } from './contents.ts';
import type { TextBlock } from './text-block.ts';

/**
 * What a line is that no heading can stand in: a line of a table of contents, a row, a note, text of a box, or `text`,
 * ordinary text that only looks numbered.
 */
export type LineRole = 'contents' | 'row' | 'note' | 'box' | 'text';

/** The role of each line that has one. What the reader decided goes first. */
export function lineRoles(lines: readonly TextBlock[]): (LineRole | undefined)[] {
  const isContents = findContents(lines);
  const isListed = findAttachmentLists(lines);
  const isTaken = (index: number) =>
    isContents[index] === true ||
    isListed[index] === true ||
    lines[index]?.hint?.role !== undefined ||
    lines[index]?.hint?.decided !== undefined;
  const isBox = findBoxes(lines, isTaken);
  return lines.map(({ hint }, index) => {
    if (hint?.decided !== undefined) return hint.decided === 'text' ? decidedText(hint.role) : undefined;
    if (isContents[index]) return 'contents';
    return hint?.role ?? (isListed[index] ? 'text' : isBox[index] ? 'box' : undefined);
  });
}

/** Text that the reader decided is no heading stays a row or a note, but what he touched is no table of contents. */
function decidedText(role: LineRole | undefined): LineRole {
  return role === undefined || role === 'contents' ? 'text' : role;
}
