import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-reader-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('does not open a link that took the place of a file', async () => {
  await writeFile(join(folder, 'target'), 'secret');
  await symlink(join(folder, 'target'), join(folder, 'link.md'));
  await expect(nodeFileSystem.open(join(folder, 'link.md'))).rejects.toMatchObject({ code: 'ELOOP' });
});

it('does not wait for a pipe that took the place of a file', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  const file = await nodeFileSystem.open(join(folder, 'pipe.md'));
  expect((await file.stat()).isFile()).toBe(false);
  await file.close();
});

it('never makes a file over another one', async () => {
  await writeFile(join(folder, 'note.md'), 'old');
  await expect(nodeFileSystem.create(join(folder, 'note.md'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readdir(folder)).toEqual(['note.md']);
});
