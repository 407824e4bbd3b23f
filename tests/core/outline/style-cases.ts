import { expect, test } from 'vitest';
import { outlineOf } from './outline-lines.ts';

export interface StyleCase {
  name: string;
  lines: string[];
  /** As `outlineLines` prints it; empty where nothing is a heading. */
  outline: string[];
}

/** Every numbering style is held to the same kinds of cases. */
export type StyleCases = Record<'positive' | 'negative' | 'restarted' | 'skipped' | 'width', StyleCase[]>;

export function testStyle(cases: StyleCases): void {
  for (const [kind, table] of Object.entries(cases)) {
    test.each(table)(`${kind}: $name`, ({ lines, outline }) => {
      expect(outlineOf(lines)).toEqual(outline);
    });
  }
}
