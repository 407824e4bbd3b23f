import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { beforeEach, expect, it } from 'vitest';
import { bodies, draft } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const edits = 500;
const patience = 180_000;

beforeEach(async () => {
  await mkdir(notes.root, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, 'two-writers-session.ts'),
      outDir: join(notes.base, 'program'),
      target: 'node18.15',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'session.mjs' } },
    },
    ssr: { noExternal: true },
  });
});

/** Two programs write at the same time; answers how many of their lines are in no note afterwards. */
async function lostLines(noteCount: number, mode: 'careful' | 'blind'): Promise<number> {
  for (let number = 0; number < noteCount; number += 1) await notes.annotations.create(draft);
  const writers = ['A', 'B'].map((name) => {
    const program = join(notes.base, 'program', 'session.mjs');
    return promisify(execFile)(process.execPath, [program, join(notes.base, name), notes.root, name, `${edits}`, mode]);
  });
  await Promise.all(writers);
  const found = new Set(bodies(await notes.list()).flatMap((body) => body.split('\n')));
  const wanted = ['A', 'B'].flatMap((name) => Array.from({ length: edits }, (_, number) => `${name} ${number}`));
  const temporary = (await notes.files()).filter((path) => path.endsWith('.tmp'));
  expect(temporary).toEqual([]);
  return wanted.filter((line) => !found.has(line)).length;
}

it.each([
  ['one note', 1],
  ['twenty notes', 20],
])(
  'two programs that write %s at the same time lose no line',
  async (_name, count) => {
    expect(await lostLines(count, 'careful')).toBe(0);
  },
  patience,
);

it(
  'control: two programs that know nothing of each other lose lines',
  async () => {
    expect(await lostLines(1, 'blind')).toBeGreaterThan(0);
  },
  patience,
);
