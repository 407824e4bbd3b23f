import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the committed tables are what the generator writes', () => {
  expect(() => execFileSync(process.execPath, ['scripts/build-search-tables.mjs', '--check'])).not.toThrow();
});
