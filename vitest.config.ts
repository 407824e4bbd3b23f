import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{core,main,renderer,architecture}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    // unless told, one core is left idle, which on a machine with two is half of it
    maxWorkers: '100%',
    reporters: process.env.CI ? ['default'] : ['default'],
  },
});
