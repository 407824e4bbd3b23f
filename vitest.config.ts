import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const areas = ['core', 'main', 'renderer', 'architecture'];
const files = areas.flatMap((area) =>
  readdirSync(join(import.meta.dirname, 'tests', area), { recursive: true })
    .map((name) => `tests/${area}/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => /\.test\.tsx?$/.test(name)),
);
/**
 * A file that puts something else in the place of a module, a global or the clock has a process to itself; so have those that
 * load the libraries of the cell, one of which replaces `JSON.stringify` by one that forgets the order of keys.
 */
const replacing = files.filter(
  (name) =>
    name.startsWith('tests/renderer/cell/') || /\bvi\s*\./.test(readFileSync(join(import.meta.dirname, name), 'utf8')),
);

export default defineConfig({
  test: {
    setupFiles: ['tests/property-seed.ts'],
    // only what hangs is to fail: how fast something is, the benches tell
    testTimeout: 60_000,
    // unless told, one core is left idle, which on a machine with two is half of it
    maxWorkers: '100%',
    reporters: process.env.CI ? ['default'] : ['default'],
    projects: [
      // for each file by itself, loading the modules took as long as all tests
      {
        extends: true,
        test: {
          name: 'together',
          include: areas.map((area) => `tests/${area}/**/*.test.{ts,tsx}`),
          exclude: replacing,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: replacing } },
    ],
  },
});
