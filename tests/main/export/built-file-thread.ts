import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';

/** The program of the thread in which files are made, built as it is for the application. To be called before all tests. */
export async function builtFileThread(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'file-thread-'));
  afterAll(() => rm(outDir, { recursive: true }));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, '../../../src/main/export/file-thread.ts'),
      outDir,
      target: 'node18.15',
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: 'file-thread.cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, 'file-thread.cjs');
}
