import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Nothing that axe knows is wrong with the page, or with the part of it that a selector names. */
export async function expectAccessible(
  window: Page,
  { part, state }: { part?: string; state?: string } = {},
): Promise<void> {
  // To describe every element that passes takes as long as the checks, and nobody reads it.
  const axe = new AxeBuilder({ page: window }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]);
  expect(found, state).toEqual([]);
}

/** The same with the colours of each theme, put on the page itself: what is open stays as it is. */
export async function expectAccessibleIn(themes: readonly ('light' | 'dark' | 'sepia')[], window: Page): Promise<void> {
  const show = (theme: string | undefined) =>
    window.evaluate((name) => {
      const before = document.documentElement.dataset.theme;
      document.documentElement.dataset.theme = name;
      return before;
    }, theme);
  const own = await show(themes[0]);
  for (const theme of themes) {
    await show(theme);
    await expectAccessible(window, { state: theme });
  }
  await show(own);
}
