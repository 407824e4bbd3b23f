import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageCommand } from '../../scripts/command.mjs';

interface Planted {
  name: string;
  path: string;
  text: string;
}

const layer = 'lint/style/noRestrictedImports';
const import_ = (specifier: string): string =>
  `import * as planted from '${specifier}';\n\nexport const used = planted;\n`;
const lines = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index + 1)}\n`).join('');
const planted = (rule: string, cases: [name: string, path: string, text: string][]): [string, Planted[]] => [
  rule,
  cases.map(([name, path, text]) => ({ name, path, text })),
];

const cases = new Map([
  planted(layer, [
    ['core imports Electron', 'src/core/text/a1.ts', import_('electron')],
    ['core imports a type of Electron', 'src/core/text/a2.ts', `export type { App } from 'electron';\n`],
    ['core imports Node', 'src/core/plan/a3.ts', import_('node:fs')],
    ['core imports React', 'src/core/plan/a4.ts', import_('react')],
    ['core imports ipc', 'src/core/plan/a5.ts', import_('../../ipc/b1.ts')],
    ['core imports messages', 'src/core/report/a6.ts', import_('#messages/zh-CN')],
    ['core imports main from deep below', 'src/core/outline/styles/a7.ts', import_('../../../main/b2.ts')],
    ['ipc imports Electron', 'src/ipc/a8.ts', import_('electron')],
    ['ipc imports messages', 'src/ipc/a9.ts', import_('../messages/b3.ts')],
    ['messages import core', 'src/messages/zh-CN/a10.ts', import_('#core/text/b4')],
    ['preload imports Node', 'src/preload/a11.ts', import_('node:fs')],
    ['main imports the renderer', 'src/main/a12.ts', import_('../renderer/b5.ts')],
    ['main imports React', 'src/main/export/a13.ts', import_('react')],
    ['the renderer imports Electron', 'src/renderer/a14.ts', import_('electron')],
    ['the renderer imports Node', 'src/renderer/ui/a15.ts', import_('node:path')],
    ['the renderer imports main', 'src/renderer/store/a16.ts', import_('../../main/b2.ts')],
    ['the renderer imports the validator', 'src/renderer/features/search/a17.ts', import_('zod')],
  ]),
  planted('lint/suspicious/noImportCycles', [
    [
      'two files import each other',
      'src/core/text/c1.ts',
      `import { two } from './c2.ts';\n\nexport const one = () => two;\n`,
    ],
    [
      'the other of the two',
      'src/core/text/c2.ts',
      `import { one } from './c1.ts';\n\nexport const two = () => one;\n`,
    ],
  ]),
  planted('lint/nursery/noFloatingPromises', [
    [
      'a promise is left alone',
      'src/main/d1.ts',
      'async function save(): Promise<void> {}\n\nexport function close(): void {\n  save();\n}\n',
    ],
  ]),
  planted('lint/nursery/noMisusedPromises', [
    [
      'a promise is taken for an answer',
      'src/main/d2.ts',
      'async function isSaved(): Promise<boolean> {\n  return true;\n}\n\nexport function close(): number {\n  if (isSaved()) return 1;\n  return 0;\n}\n',
    ],
  ]),
  planted('lint/style/noDefaultExport', [['a default export', 'src/main/e1.ts', 'export default 1;\n']]),
  planted('lint/performance/noBarrelFile', [['a barrel', 'src/main/e2.ts', `export * from './d1.ts';\n`]]),
  planted('lint/correctness/useImportExtensions', [
    ['an import without extension', 'src/main/e3.ts', `import { close } from './d1';\n\nexport const used = close;\n`],
  ]),
  planted('lint/style/noExcessiveLinesPerFile', [
    ['a file of 301 lines', 'src/main/e4.ts', lines(301, (number) => `export const line${number} = ${number};`)],
  ]),
  planted('lint/complexity/noExcessiveLinesPerFunction', [
    [
      'a function of 61 lines',
      'src/main/e5.ts',
      `export function long(): void {\n${lines(61, (number) => `  console.warn(${number});`)}}\n`,
    ],
  ]),
  planted('lint/style/useFilenamingConvention', [
    ['a name in camel case', 'src/main/camelCase.ts', 'export const used = 1;\n'],
  ]),
  planted('lint/suspicious/noExplicitAny', [['any', 'src/main/e6.ts', 'export const used: any = 1;\n']]),
  planted('lint/correctness/useExhaustiveDependencies', [
    [
      'an effect that forgets a dependency',
      'src/renderer/e7.tsx',
      `import { useEffect } from 'react';\n\nexport function Title({ title }: { title: string }): null {\n  useEffect(() => {\n    document.title = title;\n  }, []);\n  return null;\n}\n`,
    ],
  ]),
  planted('lint/suspicious/noPlaywrightWaitForTimeout', [
    [
      'a test that sleeps',
      'tests/e2e/e8.spec.ts',
      `import { test } from '@playwright/test';\n\ntest('sleeps', async ({ page }) => {\n  await page.waitForTimeout(1);\n});\n`,
    ],
  ]),
  planted('format', [['another style', 'src/main/e9.ts', 'export const used = "double";\n']]),
]);

const clean: Planted[] = [
  ['core imports core', 'src/core/plan/f1.ts', import_('../text/b4.ts')],
  ['core imports a pure package', 'src/core/plan/f2.ts', import_('zod')],
  ['ipc imports core', 'src/ipc/f3.ts', import_('../core/text/b4.ts')],
  ['preload imports Electron', 'src/preload/f4.ts', import_('electron')],
  ['preload imports ipc', 'src/preload/f5.ts', import_('#ipc/b1')],
  ['main imports core', 'src/main/f6.ts', import_('#core/text/b4')],
  ['main imports ipc', 'src/main/f7.ts', import_('#ipc/b1')],
  ['main imports messages', 'src/main/f8.ts', import_('#messages/b3')],
  ['main imports Electron', 'src/main/f9.ts', import_('electron')],
  ['main imports Node', 'src/main/f10.ts', import_('node:fs')],
  ['the renderer imports core', 'src/renderer/f11.ts', import_('#core/text/b4')],
  ['the renderer imports messages', 'src/renderer/f12.ts', import_('#messages/b3')],
  ['the renderer imports React', 'src/renderer/f13.ts', import_('react')],
  ['a file of 300 lines', 'src/main/f14.ts', lines(300, (number) => `export const line${number} = ${number};`)],
].map(([name = '', path = '', text = '']) => ({ name, path, text }));

/** Files that the planted ones import. */
const targets = ['src/ipc/b1.ts', 'src/main/b2.ts', 'src/messages/b3.ts', 'src/core/text/b4.ts', 'src/renderer/b5.ts'];

let folder = '';
let found = new Map<string, string[]>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-reader-biome-'));
  for (const file of ['biome.json', '.gitignore']) copyFileSync(file, join(folder, file));
  for (const path of targets) write(path, 'export const part = 1;\n');
  for (const { path, text } of [...clean, ...[...cases.values()].flat()]) write(path, text);
  found = diagnostics();
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** What Biome says of each file, by its path. */
function diagnostics(): Map<string, string[]> {
  const parameters = [
    packageCommand('@biomejs/biome'),
    'ci',
    '--colors=off',
    '--reporter=json',
    '--max-diagnostics=none',
    '.',
  ];
  const { stdout } = spawnSync(process.execPath, parameters, { cwd: folder, encoding: 'utf8' });
  const report = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
  const categories = new Map<string, string[]>();
  for (const { category, location } of report.diagnostics) {
    categories.set(location.path, [...(categories.get(location.path) ?? []), category]);
  }
  return categories;
}

describe.each([...cases])('%s', (rule, plantedFiles) => {
  test.each(plantedFiles)('$name', ({ path }) => {
    expect(new Set(found.get(path))).toEqual(new Set([rule]));
  });
});

describe('what is allowed passes', () => {
  test.each(clean)('$name', ({ path }) => {
    expect(found.get(path)).toBeUndefined();
  });
});
