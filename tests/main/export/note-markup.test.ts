import { expect, test } from 'vitest';
import { html } from '#core/text/html';
import { createNoteMarkup } from '../../../src/main/export/note-markup.ts';

test('markup is made once for each text, and the oldest is dropped when there is too much of it', () => {
  const made: string[] = [];
  const markup = createNoteMarkup(6);
  const ask = (note: string) =>
    markup
      .of(note, (text) => {
        made.push(text);
        return html`<p>${text}</p>`;
      })
      .toString();
  expect([ask('aaa'), ask('bbb'), ask('aaa'), ask('bbb')]).toEqual(
    ['aaa', 'bbb', 'aaa', 'bbb'].map((a) => `<p>${a}</p>`),
  );
  expect(made).toEqual(['aaa', 'bbb']);
  ask('ccc');
  ask('bbb');
  expect(made).toEqual(['aaa', 'bbb', 'ccc']);
  ask('aaa');
  expect(made).toEqual(['aaa', 'bbb', 'ccc', 'aaa']);
});
