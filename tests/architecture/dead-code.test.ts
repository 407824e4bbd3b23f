import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageCommand } from '../../scripts/command.mjs';

const files: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'planted', type: 'module', devDependencies: { zod: '4.6.7' } }),
  'scripts/start.mjs': `import { kept } from '../src/core/text/part.ts';\n\nconsole.log(kept);\n`,
  'src/core/text/part.ts': 'export const kept = 1;\n\nexport const unusedExport = 2;\n',
  'src/core/text/unused-file.ts': 'export const unused = 1;\n',
};

let folder = '';
let report = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-reader-knip-'));
  copyFileSync('knip.json', join(folder, 'knip.json'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  report = spawnSync(process.execPath, [packageCommand('knip'), '--no-config-hints'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  }).stdout;
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['a file that nobody imports', 'src/core/text/unused-file.ts'],
  ['an export that nobody imports', 'unusedExport'],
  ['a package that nobody imports', 'zod'],
])('%s is found', (_name, sign) => {
  expect(report).toContain(sign);
});

test('what is imported passes', () => {
  expect(report).not.toMatch(/^kept\b/m);
});
