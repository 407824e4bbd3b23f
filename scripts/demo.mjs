/*
 * `npm run demo`: the reader's whole job in the real application, unattended. Opens the plan, highlights a measure, writes
 * a note, searches, exports the notes as a PDF, and says where the PDF and the screenshots lie.
 */
import { buildIfStale } from './build.mjs';
import { packageCommand, runNode } from './command.mjs';
import { runMain, setUp } from './set-up.mjs';

await runMain(async () => {
  await setUp('tests');
  await buildIfStale();
  const reporter = ['--reporter=./tests/demo/plain-reporter.ts', '--output=test-results/demo'];
  const parameters = ['test', '--project=demo', ...reporter];
  return (await runNode(packageCommand('@playwright/test', 'playwright'), parameters)).code;
});
