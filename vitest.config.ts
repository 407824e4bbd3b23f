import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{core,main,renderer,architecture}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/property-seed.ts'],
    // only what hangs is to fail: how fast something is, the benches tell
    testTimeout: 60_000,
    // unless told, one core is left idle, which on a machine with two is half of it
    maxWorkers: '100%',
    reporters: process.env.CI ? ['default'] : ['default'],
  },
});
