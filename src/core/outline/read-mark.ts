import type { HeadingMark } from './heading-style.ts';
import { headingStyles, type StyleName, styleNames } from './heading-styles.ts';
import { markForm } from './mark-form.ts';

/** True for a line that begins with the number of a heading. */
export function beginsWithMark(line: string): boolean {
  return readMark(line) !== undefined;
}

/** The number at the beginning of a line, in whatever style it is; `ordinal` is as the line has it. */
export function readMark(line: string): { style: StyleName; mark: HeadingMark } | undefined {
  const form = markForm(line);
  if (form === undefined) return undefined;
  for (const style of styleNames) {
    const mark = headingStyles[style].read(form.text);
    if (mark === undefined) continue;
    const ordinal = line.slice(0, (form.sources[mark.ordinal.length - 1] ?? 0) + 1);
    return { style, mark: { ...mark, ordinal, length: form.sources[mark.length] ?? mark.length } };
  }
  return undefined;
}
