import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { provideDisplay } from '../../scripts/display.mjs';
import { type NoteFile, parseNoteFile } from '../../src/core/annotation/note-file.ts';
import { createAtomicWriter } from '../../src/main/storage/atomic-file.ts';
import { createDraftRepository } from '../../src/main/storage/draft-repository.ts';
import { nodeFileSystem } from '../../src/main/storage/file-system.ts';
import { foreignNote, noteId, placeNotes } from '../e2e/placed-notes.ts';
import type { RunningProgram } from './running-program.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What a fault test found, for the table of `npm run faults`. */
    figure?: string;
  }
}

/** The note that is typed into. */
export const typed = noteId(1);
const document = 'jilin-145-education';

/** How often a fault is tried: the quick part of a test unless told otherwise. */
export function times(variable: 'KILLS' | 'CRASHES' | 'QUITS', quick: number): number {
  return Number(process.env[`PLAN_READER_${variable}`] ?? quick);
}

/** A profile with one note for each test file; the path is known when tests run. */
export function ownProfile(): { path: string; fresh: () => Promise<string> } {
  const folders: string[] = [];
  const own = {
    path: '',
    fresh: async () => {
      own.path = await mkdtemp(join(tmpdir(), 'plan-reader-'));
      folders.push(own.path);
      await placeNotes(notesFolder(own.path), [foreignNote(1, { body: '' })]);
      return own.path;
    },
  };
  let removeDisplay = () => {};
  beforeAll(async () => {
    removeDisplay = await provideDisplay();
  });
  afterAll(async () => {
    removeDisplay();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  return own;
}

export function notesFolder(profile: string): string {
  return join(profile, '规划研读');
}

/** Opens the note for writing; resolves when the caret is in it. */
export async function openNote(program: RunningProgram): Promise<void> {
  await program.page(`new Promise((resolve) => {
    const look = () => {
      const field = document.activeElement;
      if (field?.ariaLabel === '批注内容') return resolve(null);
      document.querySelector('[data-annotation="${typed}"] button:is([aria-label="写批注"], [aria-label="编辑批注"])')?.click();
      setTimeout(look, 20);
    };
    look();
  })`);
}

/** Every note file below the notes folder, by path; `undefined` for one that cannot be read. */
export async function readNoteFiles(profile: string): Promise<Map<string, NoteFile | undefined>> {
  const folder = join(notesFolder(profile), '笔记');
  const names = await readdir(folder, { recursive: true });
  const files = new Map<string, NoteFile | undefined>();
  for (const name of names.filter((each) => each.endsWith('.md'))) {
    const parsed = parseNoteFile(await readFile(join(folder, name), 'utf8'), { name });
    files.set(name, parsed.ok ? parsed.value : undefined);
  }
  return files;
}

/** The words of the typed note as its file holds them. */
export async function savedWords(profile: string): Promise<string | undefined> {
  for (const file of (await readNoteFiles(profile)).values()) {
    if (file?.annotation.id === typed) return file.annotation.body;
  }
  return undefined;
}

/** The words of the typed note that are kept in a draft. */
export async function draftedWords(profile: string): Promise<string | undefined> {
  const now = () => new Date();
  const drafts = createDraftRepository({
    folder: profile,
    writer: createAtomicWriter(),
    fileSystem: nodeFileSystem,
    now,
  });
  const list = await drafts.list(document);
  return list.ok ? list.value.find(({ id }) => id === typed)?.body : undefined;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

const characters = [...'学前义务教育高中职业规划招生方案八月报备'];

/** Some characters, not always the same. */
export function someWords(number: number): string {
  const length = 1 + (number % 6);
  return Array.from({ length }, (_, index) => characters[(number * 7 + index) % characters.length]).join('');
}
