import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../src/main/storage/safe-file-name.ts';

describe('safeFileName', () => {
  it.each([
    ['吉林市“十四五”教育发展规划', '吉林市“十四五”教育发展规划'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a／b＼c：d＊e？f＂g＜h＞i｜j'],
    ['../../etc/passwd', '／..／etc／passwd'],
    ['  .hidden. ', 'hidden'],
    ['~$lock', '$lock'],
    ['line\nbreak\ttab', 'line break tab'],
    ['zero\u200bwidth\u202eright', 'zerowidthright'],
    ['half\ud800', 'half'],
    ['CON', '_CON'],
    ['con.plan', '_con.plan'],
    ['LPT1 .x', '_LPT1 .x'],
    ['CONTENT', 'CONTENT'],
    ['规'.repeat(100), '规'.repeat(40)],
    [`${'规'.repeat(39)} 二`, '规'.repeat(39)],
    ['', '无题'],
    ['...', '无题'],
  ])('%j becomes %j', (title, expected) => {
    expect(safeFileName(title, '无题')).toBe(expected);
  });

  it('is a name that every file system takes, whatever the title', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const name = safeFileName(title, 'x');
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(name).not.toMatch(/^[\s.~]|[\s.]$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(165);
        expect(name).not.toBe('');
        expect(safeFileName(name, 'x')).toBe(name);
      }),
      { numRuns: 200 },
    );
  });
});
