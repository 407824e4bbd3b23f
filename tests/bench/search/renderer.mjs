import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../scripts/command.mjs';
import { longPlan } from '../long-plan.mjs';
import { launchReader, withContent } from '../reader.mjs';

const characters = 3_000;

/**
 * Starts the reader with the bench's worker beside its own files, and lets `measure` use its page.
 *
 * @template Value
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {Record<string, unknown>} files JSON by name, served to the page
 * @param {(page: import('@playwright/test').Page, scripts: { bench: string, own: string }) => Promise<Value>} measure
 * @returns {Promise<Value>}
 */
export async function withBenchPage(runtime, files, measure) {
  const content = { plan: longPlan(characters).json, placeNotes: async () => {} };
  return withContent(content, async ({ application, profile }) => {
    const out = join(application, 'out');
    await rm(out);
    await cp(join(root, 'out'), out, { recursive: true });
    const folder = join(out, 'renderer/bench');
    await mkdir(folder);
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'chrome114',
        lib: {
          entry: join(root, 'tests/bench/search/renderer-worker.ts'),
          formats: ['es'],
          fileName: () => 'worker.js',
        },
      },
    });
    for (const [name, value] of Object.entries(files)) {
      await writeFile(join(folder, `${name}.json`), JSON.stringify(value));
    }
    const own = (await readdir(join(out, 'renderer/assets'))).find((name) => /^search-worker-.*\.js$/u.test(name));
    const app = await launchReader(runtime, application, profile);
    try {
      const page = await app.firstWindow();
      await page.getByRole('tree').waitFor({ timeout: 60_000 });
      return await measure(page, { bench: '/bench/worker.js', own: `/assets/${own}` });
    } finally {
      await app.close();
    }
  });
}
