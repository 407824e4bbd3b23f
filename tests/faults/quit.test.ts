import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RunningProgram } from './running-program.ts';
import { openNote, ownProfile, pause, savedWords, someWords, times } from './typed-notes.ts';

const profile = ownProfile();

const ways: [name: string, end: (program: RunningProgram) => void][] = [
  ['the button of the window', (program) => void program.ask('close')],
  ['the menu', (program) => void program.page("void api['application.quit'](null)")],
  ['SIGTERM', (program) => program.signal('SIGTERM')],
  ['SIGINT', (program) => program.signal('SIGINT')],
  ['SIGHUP', (program) => program.signal('SIGHUP')],
];

/** Types some words and ends the program so many milliseconds after the last key; answers what the note should hold. */
async function typeAndEnd(number: number, delay: number, end: (program: RunningProgram) => void): Promise<string> {
  const program = await RunningProgram.start(profile.path);
  await openNote(program);
  const before = String(await program.page('document.activeElement.value'));
  const words = someWords(number);
  await program.type(words);
  await pause(delay);
  end(program);
  await program.ended;
  return before + words;
}

test('quitting within a second of the last key, in whatever way, saves every word', async ({ task }) => {
  await profile.fresh();
  const count = times('QUITS', 10);
  for (let number = 0; number < count; number += 1) {
    const [name, end] = ways[number % ways.length] ?? ['', () => undefined];
    const delay = Math.round((1000 * number) / Math.max(1, count - 1));
    const expected = await typeAndEnd(number, delay, end);
    expect(await savedWords(profile.path), `${name}, ${delay} ms`).toBe(expected);
  }
  task.meta.figure = `${count} of ${count} saved, 0 to 1,000 ms after the last key, in ${ways.length} ways`;
});

test('control: ended without a word, and without drafts, words are lost', async ({ task }) => {
  await profile.fresh();
  const count = 3;
  let lost = 0;
  for (let number = 0; number < count; number += 1) {
    const expected = await typeAndEnd(number, 60 * number, (program) => void program.kill());
    await rm(join(profile.path, 'drafts'), { recursive: true, force: true });
    if ((await savedWords(profile.path)) !== expected) lost += 1;
  }
  task.meta.figure = `words lost in ${lost} of ${count}`;
  expect(lost).toBeGreaterThan(0);
});
