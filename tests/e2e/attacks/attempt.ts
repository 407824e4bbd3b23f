import type { ConsoleMessage, Page } from '@playwright/test';

declare global {
  interface Window {
    /** What an attack calls when it succeeds. */
    ran: () => void;
    hasRun: boolean;
    /** How often something was refused by the content security policy. */
    refusals: number;
  }
}

/** Runs in the page. */
export type Attack = (outside: string) => unknown;

/**
 * Tries an attack and waits until it is decided: it ran, or it was refused by an exception or by the policy. `undecided`
 * after some seconds: then the test has learned nothing.
 */
export async function attempt(page: Page, attack: Attack, outside: string): Promise<'ran' | 'refused' | 'undecided'> {
  await page.evaluate(prepare);
  page.on('console', countRefusal);
  try {
    await page.evaluate(attack, outside);
  } catch {
    return 'refused';
  }
  const outcome = await page.evaluate(decision);
  page.off('console', countRefusal);
  return outcome;
}

/** Addresses of files are refused before the policy is asked, and only the console is told. */
async function countRefusal(message: ConsoleMessage): Promise<void> {
  if (!message.text().startsWith('Not allowed to load local resource')) return;
  await message.page()?.evaluate(() => {
    window.refusals += 1;
  });
}

function prepare(): void {
  window.hasRun = false;
  window.ran = () => {
    window.hasRun = true;
  };
  if (window.refusals === undefined) {
    document.addEventListener('securitypolicyviolation', () => {
      window.refusals += 1;
    });
    window.addEventListener('message', ({ data }) => {
      if (data === 'ran') window.ran();
    });
  }
  window.refusals = 0;
}

async function decision(): Promise<'ran' | 'refused' | 'undecided'> {
  const deadline = performance.now() + 5000;
  while (performance.now() < deadline) {
    if (window.hasRun) return 'ran';
    if (window.refusals > 0) return 'refused';
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return 'undecided';
}
