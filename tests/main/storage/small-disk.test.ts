import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const canMount = spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt']).status === 0;
const suffix = canMount ? '' : ' (skipped: a small disk can be mounted as root on Linux only)';
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plan-reader-'));
  if (!canMount) return;
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, 'small-disk-session.ts'),
      outDir: join(folder, 'program'),
      target: 'node18.15',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'session.mjs' } },
    },
    ssr: { noExternal: true },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!canMount)(`on a real disk of one megabyte${suffix}`, () => {
  it('a full disk refuses, loses nothing and leaves no temporary file; a read-only one can be read', () => {
    const script = `
      mkdir -p "$1/disk" && mount -t tmpfs -o size=1m none "$1/disk"
      node "$1/program/session.mjs" "$1/disk" fill && echo
      find "$1/disk" -name '*.tmp' | wc -l
      mount -o remount,ro "$1/disk"
      node "$1/program/session.mjs" "$1/disk" read && echo`;
    const output = execFileSync('unshare', ['-m', 'sh', '-ec', script, 'sh', folder], { encoding: 'utf8' });
    const [filled = '', leftovers, readOnly = ''] = output.trim().split('\n');
    expect(JSON.parse(filled)).toEqual({
      refusal: 'disk-full',
      longer: 'disk-full',
      drafts: 'disk-full',
      isDraftKept: true,
      settings: expect.stringMatching(/^(ok|disk-full)$/),
      removed: expect.stringMatching(/^(ok|disk-full)$/),
      isControlDamaged: true,
      isFilled: true,
      isKept: true,
    });
    expect(leftovers).toBe('0');
    expect(JSON.parse(readOnly)).toEqual({
      isReadable: true,
      status: 'read-only',
      create: 'folder-read-only',
      change: 'folder-read-only',
      remove: 'folder-read-only',
      choose: 'folder-read-only',
    });
  });
});
