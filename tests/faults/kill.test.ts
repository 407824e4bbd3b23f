import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { foreignNote, noteId, placeNotes } from '../e2e/placed-notes.ts';
import { type Fault, RunningProgram } from './running-program.ts';
import {
  draftedWords,
  notesFolder,
  openNote,
  ownProfile,
  pause,
  readNoteFiles,
  savedWords,
  someWords,
  times,
  typed,
} from './typed-notes.ts';

/** Notes of a document that the window does not show are saved over and over while the reader types. */
const document = 'another';
const savedIds = [11, 12, 13, 14, 15].map(noteId);
const longText = '秋季招生方案八月二十日前报备。'.repeat(2500);
const saveForEver = `(async () => {
  await api['annotations.list']({ document: '${document}' });
  const save = async (id) => {
    for (let count = 0; ; count += 1) {
      await api['annotations.change']({ id, change: { body: ${JSON.stringify(longText)} + count + '轮' }, base: {} });
    }
  };
  for (const id of ${JSON.stringify(savedIds)}) void save(id);
})()`;

const profile = ownProfile();

async function placeSavedNotes(): Promise<void> {
  const notes = [11, 12, 13, 14, 15].map((index) => foreignNote(index, { document, body: longText }));
  await placeNotes(notesFolder(profile.path), notes, { id: document, title: '另一份' });
}

interface Kill {
  program: RunningProgram;
  /** Characters that the page had taken, and perhaps one more. */
  words: string;
}

/** Starts the program, saves and types, and ends all its processes at some moment. */
async function killOnce(number: number, fault?: Fault): Promise<Kill> {
  const program = await RunningProgram.start(profile.path, fault);
  void program.page(saveForEver).catch(() => undefined);
  await program.until(() => program.saves > 0);
  if (number % 2 === 0) {
    await pause((number * 137) % 600);
    await program.kill();
    return { program, words: '' };
  }
  await openNote(program);
  const before = String(await program.page('document.activeElement.value'));
  let words = before;
  const end = Date.now() + ((number * 137) % 900);
  for (let character = 0; Date.now() < end || words === before; character += 1) {
    const next = someWords(character)[0] ?? '';
    // No key is typed while more than one is on its way: the program may be slower than the test.
    const known = words.length;
    await program.until(() => words === before || (program.drafted.get(typed) ?? 0) >= known);
    await program.ask('type', next);
    words += next;
  }
  await program.kill();
  return { program, words };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** A save that was not acknowledged may be there as well, but only as a whole. */
function isWhole({ id, body }: Annotation): boolean {
  if (!savedIds.includes(id)) return true;
  return body.startsWith(longText) && /^(?:\d+轮)?$/.test(body.slice(longText.length));
}

/** What a killed program has broken: files that cannot be read, and acknowledged saves that are not there. */
async function damageAfter({ saved }: RunningProgram): Promise<{ damaged: string[]; lost: string[] }> {
  const files = await readNoteFiles(profile.path);
  const damaged = [...files]
    .filter(([, file]) => file === undefined || !isWhole(file.annotation))
    .map(([name]) => name);
  const notes = new Map([...files.values()].map((file) => [file?.annotation.id, file?.annotation]));
  const lost = [...saved.values()].filter(({ id, rev, hash }) => {
    const note = notes.get(id);
    if (note === undefined || note.rev > rev) return note === undefined;
    return note.rev < rev || hashOf(note.body) !== hash;
  });
  return { damaged, lost: lost.map(({ id }) => id) };
}

async function ownFilesAreWhole(): Promise<void> {
  for (const name of await readdir(profile.path)) {
    if (/^(?:settings|view-state|window|used-folders)\.json$/.test(name)) {
      JSON.parse(await readFile(join(profile.path, name), 'utf8'));
    }
  }
}

test('kill -9 of every process, at any moment of saving and typing, damages and loses nothing', async ({ task }) => {
  await profile.fresh();
  await placeSavedNotes();
  const count = times('KILLS', 14);
  let saves = 0;
  let keys = 0;
  for (let number = 0; number < count; number += 1) {
    const { program, words } = await killOnce(number);
    expect(await damageAfter(program)).toEqual({ damaged: [], lost: [] });
    await ownFilesAreWhole();
    saves += program.saves;
    if (words === '') continue;
    const kept = (await draftedWords(profile.path)) ?? (await savedWords(profile.path)) ?? '';
    // The last key may still have been on its way.
    expect([words, words.slice(0, -1)]).toContain(kept);
    expect(kept.length).toBeGreaterThanOrEqual(program.drafted.get(typed) ?? 0);
    keys += words.length;
  }
  expect(saves).toBeGreaterThan(count);
  task.meta.figure = `${count} kills, ${saves} acknowledged saves, ${keys} characters: 0 damaged, 0 lost`;
});

test('control: writing over the old file damages notes in a tenth of the kills at least', async ({ task }) => {
  await profile.fresh();
  const count = Math.max(10, Math.round(times('KILLS', 14) / 5));
  let broken = 0;
  for (let number = 0; number < count; number += 1) {
    await placeSavedNotes();
    const { program } = await killOnce(2 * number, 'in place');
    const { damaged, lost } = await damageAfter(program);
    if (damaged.length + lost.length > 0) broken += 1;
  }
  task.meta.figure = `damaged in ${broken} of ${count} kills`;
  expect(broken).toBeGreaterThanOrEqual(count / 10);
});
