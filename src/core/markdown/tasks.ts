/** Task lists in the source of a note. Indices are UTF-16 units. */

const listItem = /^([ \t]*(?:>[ \t]*)*)([-*+]|(\d{1,9})([.)]))[ \t]+(\[[ xX]\][ \t]+)?/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Where the marks between the brackets of tasks are, in order; code is not searched. */
export function taskMarks(source: string): number[] {
  const marks: number[] = [];
  let open: string | undefined;
  let start = 0;
  for (const line of source.split('\n')) {
    const border = fence.exec(line)?.[1];
    if (border !== undefined && (open === undefined || border.startsWith(open))) {
      open = open === undefined ? border : undefined;
    } else if (open === undefined) {
      const item = listItem.exec(line);
      const task = item?.[5];
      if (item !== null && task !== undefined) marks.push(start + item[0].length - task.length + 1);
    }
    start += line.length + 1;
  }
  return marks;
}

/** The source with the task at this position done, or no longer done. */
export function toggleTask(source: string, position: number): string {
  const at = taskMarks(source)[position];
  if (at === undefined) return source;
  return `${source.slice(0, at)}${source[at] === ' ' ? 'x' : ' '}${source.slice(at + 1)}`;
}

export interface EditedText {
  text: string;
  caret: number;
}

/**
 * What Enter makes of a line of a list: the next item, or the end of the list when the item is empty, with the blank line
 * without which Markdown takes the next paragraph into the last item. `undefined` outside of lists.
 */
export function continueList(source: string, caret: number): EditedText | undefined {
  const lineStart = source.lastIndexOf('\n', caret - 1) + 1;
  const item = listItem.exec(source.slice(lineStart, caret));
  if (item === null) return undefined;
  if (lineStart + item[0].length === caret) {
    const before = source.slice(0, lineStart);
    const end = before.trim() === '' || before.endsWith('\n\n') ? before : `${before}\n`;
    return { text: `${end}${source.slice(caret)}`, caret: end.length };
  }
  const [, indent = '', bullet = '-', number, delimiter = ''] = item;
  const next = number === undefined ? bullet : `${Number(number) + 1}${delimiter}`;
  const inserted = `\n${indent}${next} ${item[5] === undefined ? '' : '[ ] '}`;
  return { text: `${source.slice(0, caret)}${inserted}${source.slice(caret)}`, caret: caret + inserted.length };
}

/** Begins a task: on the line of the caret when that is blank, else below it, since what is written is no task. */
export function beginTask(source: string, caret: number): EditedText {
  const lineStart = source.lastIndexOf('\n', caret - 1) + 1;
  const lineEnd = source.indexOf('\n', caret) < 0 ? source.length : source.indexOf('\n', caret);
  const task = '- [ ] ';
  if (source.slice(lineStart, lineEnd).trim() !== '') {
    const text = `${source.slice(0, lineEnd)}\n${task}${source.slice(lineEnd)}`;
    return { text, caret: lineEnd + 1 + task.length };
  }
  return { text: `${source.slice(0, lineStart)}${task}${source.slice(lineStart)}`, caret: caret + task.length };
}
