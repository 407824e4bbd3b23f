import type { Page, TestInfo } from '@playwright/test';

/** Keeps a picture for whoever asks for pictures to look at (`PICTURES=1`): no test looks at them, and each takes its time. */
export async function picture(window: Page, testInfo: TestInfo, name: string): Promise<void> {
  if (process.env.PICTURES === '1') await window.screenshot({ path: testInfo.outputPath(`${name}.png`) });
}
