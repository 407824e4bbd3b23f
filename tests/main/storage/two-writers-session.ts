import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { conflictMark } from '#core/annotation/label';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createStorage, draft, successOf } from './storage-set.ts';
import { pathOf } from './stored-notes.ts';

/**
 * Run as a program of its own: one of two readers who write into the same notes at the same time. Each edit keeps every line that
 * the reader sees and adds one of their own.
 */
const [, , base = '', folder = '', name = '', count = '', mode = ''] = process.argv;

await mkdir(join(base, 'application'), { recursive: true });
const storage = createStorage(base, nodeFileSystem, name, undefined, () => wait(10).then(() => undefined));
successOf(await storage.dataFolder.choose(folder));

const withLine = (body: string, line: string) => {
  const lines = body.split('\n').filter((text) => text !== '' && !text.startsWith(conflictMark));
  return [...new Set([...lines, line])].join('\n');
};

async function carefully(number: number, line: string): Promise<void> {
  const { annotations } = successOf(await storage.annotations.list(draft.document));
  const note = annotations[number % annotations.length];
  if (note === undefined) throw new Error('no notes');
  const change = { body: withLine(note.body, line) };
  while (!(await storage.annotations.change(note.id, change, { body: note.body })).ok) await wait(20);
}

/** What a program does that knows of nobody else. */
async function blindly(_number: number, line: string): Promise<void> {
  const path = join(folder, pathOf(1));
  const text = await readFile(path, 'utf8');
  const end = text.indexOf('\n---\n') + 5;
  await writeFile(path, `${text.slice(0, end)}\n${withLine(text.slice(end), line)}\n`);
}

const edit = mode === 'blind' ? blindly : carefully;
for (let number = 0; number < Number(count); number += 1) await edit(number, `${name} ${number}`);
