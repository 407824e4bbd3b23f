import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageCommand, root } from '../../scripts/command.mjs';

/** By TypeScript program: what its run-time does not have, and what it does have. */
const cases: Record<string, { refused: Record<string, string>; accepted: Record<string, string> }> = {
  core: {
    refused: {
      'a page': 'export const planted = document.title;',
      'a window': 'export const planted = window.innerWidth;',
      Node: 'export const planted = process.platform;',
      'a module of Node': `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;`,
      'what Electron 25 lacks': 'export const planted = Object.groupBy([1], () => 1);',
    },
    accepted: { 'the language alone': 'export const planted = [1].at(-1);' },
  },
  main: {
    refused: {
      'a page': 'export const planted = document.title;',
      'what Electron 25 lacks': 'export const planted = Promise.withResolvers();',
    },
    accepted: { Node: `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;` },
  },
  renderer: {
    refused: {
      Node: 'export const planted = process.platform;',
      'a module of Node': `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;`,
      'what Electron 25 lacks': 'export const planted = new Set([1]).union(new Set([2]));',
    },
    accepted: { 'a page': 'export const planted = document.title;' },
  },
};

/** Inside the project, since the compiler looks for packages in the folders above. */
const folder = join(root, 'node_modules/.cache/planted');

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** Type-checks texts with the settings of a program, and answers which of them are refused. */
function refusedBy(program: string, texts: string[]): string[] {
  const files = texts.map((_, index) => join(folder, `${program}-${index}.ts`));
  texts.forEach((text, index) => {
    writeFileSync(files[index] ?? '', text);
  });
  const configuration = join(folder, `${program}.json`);
  const compilerOptions = { composite: false, incremental: false };
  writeFileSync(
    configuration,
    JSON.stringify({ extends: join(root, `tsconfig.${program}.json`), compilerOptions, include: [], files }),
  );
  const parameters = [packageCommand('typescript', 'tsc'), '-p', configuration, '--pretty', 'false'];
  const { stdout } = spawnSync(process.execPath, parameters, { cwd: root, encoding: 'utf8' });
  return texts.filter((_, index) => stdout.includes(`${program}-${index}.ts(`));
}

describe.each(Object.entries(cases))('%s', (program, { refused, accepted }) => {
  test('refuses what its run-time does not have, and only that', () => {
    const texts = [...Object.values(refused), ...Object.values(accepted)];
    expect(refusedBy(program, texts)).toEqual(Object.values(refused));
  });
});
