import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../scripts/command.mjs';
import { test as base } from './fixtures.ts';

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  path: string;
  fill: () => Promise<void>;
  free: () => Promise<void>;
  setReadOnly: (isReadOnly: boolean) => Promise<void>;
}

export const test = base.extend<{ smallDisk: SmallDisk }>({
  smallDisk: async ({}, use, testInfo) => {
    const path = testInfo.outputPath('disk');
    await mkdir(path, { recursive: true });
    const mounted = await mount('-t', 'tmpfs', '-o', 'size=256k', 'small-disk', path);
    testInfo.skip(!mounted, 'only the superuser of a Linux system may attach a disk');
    await use({
      path,
      fill: () => fill(join(path, 'filler')),
      free: () => rm(join(path, 'filler')),
      setReadOnly: async (isReadOnly) => {
        const isDone = await mount('-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, path);
        if (!isDone) throw new Error(`${path} cannot be attached anew`);
      },
    });
    await run('umount', ['--lazy', path], { quiet: true });
  },
});

async function mount(...parameters: string[]): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { code } = await run('mount', parameters, { quiet: true }).catch(() => ({ code: 1 }));
  return code === 0;
}

/** Writes until there is no room for another byte. */
async function fill(path: string): Promise<void> {
  for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
    let isFull = false;
    while (!isFull) {
      isFull = await writeFile(path, Buffer.alloc(size), { flag: 'a' }).then(
        () => false,
        () => true,
      );
    }
  }
}
