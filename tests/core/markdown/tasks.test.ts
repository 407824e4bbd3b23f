import { describe, expect, test } from 'vitest';
import { beginTask, continueList, taskMarks, toggleTask } from '#core/markdown/tasks';

describe('tasks of a note', () => {
  test('are found in lists of every kind, and not in code or in the middle of a line', () => {
    const source =
      '- [ ] 甲\n1. [x] 乙\n> * [X] 丙\n  - [ ] 丁\n```\n- [ ] 代码\n```\n正文 - [ ] 不是\n- [] 不是\n- 普通';
    expect(taskMarks(source).map((at) => source[at])).toEqual([' ', 'x', 'X', ' ']);
  });

  test('are done and undone one by one', () => {
    const source = '- [ ] 甲\n- [ ] 乙';
    expect(toggleTask(source, 1)).toBe('- [ ] 甲\n- [x] 乙');
    expect(toggleTask(toggleTask(source, 1), 1)).toBe(source);
    expect(toggleTask(source, 2)).toBe(source);
  });
});

/** `|` is the caret. */
const parts = (text: string) => ({ text: text.replace('|', ''), caret: text.indexOf('|') });

test.each([
  { name: 'a list goes on', before: '- 甲|', after: '- 甲\n- |' },
  { name: 'a task goes on undone', before: '- [x] 甲|', after: '- [x] 甲\n- [ ] |' },
  { name: 'numbers go on', before: '  9. 甲|', after: '  9. 甲\n  10. |' },
  { name: 'an empty item ends the list', before: '- 甲\n- |', after: '- 甲\n\n|' },
  { name: 'an empty task ends the list', before: '- [x] 甲\n- [ ] |\n丙', after: '- [x] 甲\n\n|\n丙' },
  { name: 'an empty item with a blank line before it', before: '- 甲\n\n- |', after: '- 甲\n\n|' },
  { name: 'an empty item that is the first', before: '- |', after: '|' },
  { name: 'in the middle of an item', before: '- 甲|乙', after: '- 甲\n- |乙' },
])('Enter: $name', ({ before, after }) => {
  const { text, caret } = parts(before);
  expect(continueList(text, caret)).toEqual(parts(after));
});

test('Enter in ordinary text is left to the field', () => {
  expect(continueList('甲乙', 2)).toBeUndefined();
});

test.each([
  { name: 'below what is written', before: '甲|乙\n丙', after: '甲乙\n- [ ] |\n丙' },
  { name: 'a blank line becomes one', before: '甲\n|\n丙', after: '甲\n- [ ] |\n丙' },
  { name: 'an empty note', before: '|', after: '- [ ] |' },
  { name: 'below a task', before: '- [ ] 甲|\n丙', after: '- [ ] 甲\n- [ ] |\n丙' },
])('待办: $name', ({ before, after }) => {
  const { text, caret } = parts(before);
  expect(beginTask(text, caret)).toEqual(parts(after));
});
