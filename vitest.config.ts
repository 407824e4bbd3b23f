import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{core,main,renderer,architecture}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    reporters: process.env.CI ? ['default'] : ['default'],
  },
});
