import { defineConfig } from 'vitest/config';
import { root } from './scripts/command.mjs';

/** One program at a time: its windows share a screen, and its moments are measured. */
export default defineConfig({
  root,
  test: {
    include: ['tests/faults/*.test.ts', 'tests/main/storage/*.test.ts'],
    fileParallelism: false,
    testTimeout: 3 * 3_600_000,
    hookTimeout: 60_000,
  },
});
