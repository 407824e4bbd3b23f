import { test as base } from '@playwright/test';
import { provideDisplay } from '../../scripts/display.mjs';

/**
 * Each worker has a screen to itself: a window that opens beside another takes the focus from it, and ends what is being
 * dragged there.
 */
export const test = base.extend<object, { ownDisplay: string | undefined }>({
  ownDisplay: [
    async ({}, use) => {
      const removeDisplay = await provideDisplay();
      await use(process.env.DISPLAY);
      removeDisplay();
    },
    { scope: 'worker', auto: true },
  ],
});
