import { expect, test } from 'vitest';
import { type Fault, RunningProgram } from './running-program.ts';
import { openNote, ownProfile, pause, savedWords, someWords, times } from './typed-notes.ts';

const profile = ownProfile();

interface Outcome {
  characters: number;
  /** Characters that the next page did not have. */
  lost: number;
  /** How often the next page had the caret in the note again by itself. */
  reopened: number;
}

/** After so many crashes of the page within a minute the program asks the reader whether to try again. */
const mostCrashes = 3;

/** Types, ends the page's process up to 300 ms after the last key, and reads the note when the next page has saved it. */
async function crashWhileTyping(count: number, fault?: Fault): Promise<Outcome> {
  await profile.fresh();
  let program = await RunningProgram.start(profile.path, fault);
  const outcome: Outcome = { characters: 0, lost: 0, reopened: 0 };
  let before = '';
  for (let number = 0; number < count; number += 1) {
    if (number > 0 && number % mostCrashes === 0) {
      await program.kill();
      program = await RunningProgram.start(profile.path, fault);
    }
    await openNote(program);
    const words = someWords(number);
    if (number % 5 === 4) await program.ask('compose', words);
    else await program.type(words);
    await pause((number * 73) % 300);
    await program.crashPage();
    if (fault === undefined && (await isReopened(program))) outcome.reopened += 1;
    const now = await wordsInTheEnd(program, before + words);
    outcome.characters += words.length;
    outcome.lost += before.length + words.length - now.length;
    before = now;
  }
  await program.kill();
  return outcome;
}

/** The next page opens the note by itself, unless it was saved just before. */
async function isReopened(program: RunningProgram): Promise<boolean> {
  return (await program.page(`new Promise((resolve) => {
    let looks = 0;
    const look = () => {
      looks += 1;
      const { activeElement } = document;
      if (activeElement?.ariaLabel === '批注内容') resolve(true);
      else if (looks > 250) resolve(false);
      else setTimeout(look, 20);
    };
    look();
  })`)) as boolean;
}

/** What the file holds when it has taken all, or has stopped changing. */
async function wordsInTheEnd(program: RunningProgram, wanted: string): Promise<string> {
  await openNote(program);
  for (let look = 0; look < 20; look += 1) {
    if ((await savedWords(profile.path)) === wanted) break;
    await pause(50);
  }
  return (await savedWords(profile.path)) ?? '';
}

test('a page that crashes up to 300 ms after the last key loses no character', async ({ task }) => {
  const count = times('CRASHES', 3);
  const { characters, lost, reopened } = await crashWhileTyping(count);
  task.meta.figure = `${count} crashes, ${characters} characters: ${lost} lost, reopened ${reopened} times`;
  expect(lost).toBe(0);
  expect(reopened).toBeGreaterThanOrEqual(count / 2);
});

test('control: without drafts, characters are lost', async ({ task }) => {
  const count = Math.max(3, Math.round(times('CRASHES', 3) / 4));
  const { characters, lost } = await crashWhileTyping(count, 'no drafts');
  task.meta.figure = `${lost} of ${characters} characters lost in ${count} crashes`;
  expect(lost).toBeGreaterThan(0);
});
