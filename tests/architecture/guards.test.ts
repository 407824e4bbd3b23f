import { describe, expect, test } from 'vitest';
import { violations } from '../../scripts/guards.mjs';

type Case = [name: string, path: string, text: string];

/** By rule: what must be caught, and what looks like it but is right. */
const cases: Record<string, { caught: Case[]; passed: Case[] }> = {
  coreAreas: {
    caught: [
      ['plan imports outline', 'src/core/plan/a.ts', `import { b } from '../outline/b.ts';`],
      ['plan imports a type of annotation', 'src/core/plan/a.ts', `import type { B } from '../annotation/b.ts';`],
      ['annotation imports anchoring', 'src/core/annotation/a.ts', `export { b } from '../anchoring/b.ts';`],
      ['text imports plan from deep below', 'src/core/text/deep/a.ts', `export * from '../../plan/b.ts';`],
      ['search imports settings while it runs', 'src/core/search/a.ts', `const b = await import('../settings/b.ts');`],
      ['an area that nobody placed', 'src/core/novelty/a.ts', 'export const a = 1;'],
    ],
    passed: [
      ['report imports anchoring', 'src/core/report/a.ts', `import { b } from '../anchoring/b.ts';`],
      ['an area imports itself', 'src/core/outline/a.ts', `import { b } from './styles/b.ts';`],
      ['main imports any area', 'src/main/a.ts', `import { b } from '#core/settings/b';`],
      ['an import in a comment', 'src/core/text/a.ts', `// import { b } from '../plan/b.ts';`],
      ['an import in quotes', 'src/core/text/a.ts', `export const a = "import { b } from '../plan/b.ts'";`],
    ],
  },
  features: {
    caught: [
      ['a feature imports another', 'src/renderer/features/reading/a.ts', `import { b } from '../outline/b.ts';`],
      ['the store imports a feature', 'src/renderer/store/a.ts', `import { b } from '../features/outline/b.ts';`],
      ['ui imports a feature', 'src/renderer/ui/a.tsx', `import { b } from '../features/outline/b.ts';`],
    ],
    passed: [
      ['a feature imports itself', 'src/renderer/features/reading/deep/a.ts', `import { b } from '../b.ts';`],
      [
        'a feature imports the core area of a like name',
        'src/renderer/features/reading/a.ts',
        `import { b } from '#core/outline/b';`,
      ],
      [
        'a feature imports the store',
        'src/renderer/features/reading/a.ts',
        `import { b } from '../../store/outline.ts';`,
      ],
      ['the shell imports a feature', 'src/renderer/shell/a.tsx', `import { b } from '../features/outline/b.ts';`],
      ['the application imports a feature', 'src/renderer/app.tsx', `import { b } from './features/outline/b.ts';`],
    ],
  },
  shell: {
    caught: [
      [
        'a feature imports the shell',
        'src/renderer/features/search/a.tsx',
        `import { b } from '../../shell/keymap.ts';`,
      ],
      ['ui imports a type of the shell', 'src/renderer/ui/a.ts', `import type { B } from '../shell/b.ts';`],
      ['the store imports the shell while it runs', 'src/renderer/store/a.ts', `await import('../shell/b.ts');`],
    ],
    passed: [
      ['the shell imports itself', 'src/renderer/shell/a.ts', `import { b } from './b.ts';`],
      ['the application imports the shell', 'src/renderer/main.tsx', `import { b } from './shell/b.ts';`],
      ['a feature imports the shared keys', 'src/renderer/features/search/a.ts', `import { b } from '#ipc/commands';`],
    ],
  },
  typesOnly: {
    caught: [
      ['the renderer imports the contract', 'src/renderer/a.ts', `import { contract } from '#ipc/contract';`],
      ['one value beside a type', 'src/renderer/a.ts', `import { contract, type Operations } from '#ipc/contract';`],
      [
        'the renderer imports a schema',
        'src/renderer/store/a.ts',
        `import { planSchema } from '#core/plan/plan-schema';`,
      ],
      ['preload imports the contract', 'src/preload/index.ts', `export { contract } from '../ipc/contract.ts';`],
    ],
    passed: [
      [
        'the renderer imports types of the contract',
        'src/renderer/a.ts',
        `import type { Operations } from '#ipc/contract';`,
      ],
      ['types named one by one', 'src/renderer/a.ts', `import { type Operations } from '#ipc/contract';`],
      ['main imports the contract', 'src/main/ipc/register.ts', `import { contract } from '#ipc/contract';`],
    ],
  },
  plainImports: {
    caught: [
      ['a type by import()', 'src/core/text/a.ts', `export type A = import('electron').App;`],
      ['require', 'src/main/a.ts', `export const fs = require('node:fs');`],
    ],
    passed: [['a function called requires', 'src/main/a.ts', 'export const a = requires(1);']],
  },
  electronInterfaces: {
    caught: [
      ['ipcMain elsewhere', 'src/main/window.ts', `import { ipcMain } from 'electron';`],
      ['ipcMain under another name', 'src/main/window.ts', `import { ipcMain as channel } from 'electron';`],
      ['shell elsewhere', 'src/main/export/pdf.ts', `import { app, shell } from 'electron';`],
      ['all of electron', 'src/main/window.ts', `import * as electron from 'electron';`],
      ['electron by its other door', 'src/main/window.ts', `import { shell } from 'electron/main';`],
    ],
    passed: [
      ['ipcMain in its place', 'src/main/ipc/register.ts', `import { ipcMain } from 'electron';`],
      ['a type', 'src/main/window.ts', `import type { Shell, shell } from 'electron';`],
    ],
  },
  fileWriting: {
    caught: [
      ['writeFile', 'src/main/export/pdf.ts', `import { writeFile } from 'node:fs/promises';`],
      ['renameSync', 'src/main/window.ts', `import { renameSync } from 'node:fs';`],
      ['rm under another name', 'src/main/window.ts', `import { rm as read } from 'node:fs/promises';`],
      ['all of fs', 'src/main/window.ts', `import * as fs from 'fs';`],
      ['promises of fs', 'src/main/window.ts', `import { promises } from 'node:fs';`],
    ],
    passed: [
      ['reading', 'src/main/window.ts', `import { readFile } from 'node:fs/promises';`],
      ['writing in its place', 'src/main/storage/file-system.ts', `import { open, rename } from 'node:fs/promises';`],
    ],
  },
  windowApi: {
    caught: [
      ['read', 'src/renderer/store/a.ts', 'export const a = window.api;'],
      ['called', 'src/renderer/store/a.ts', `void window.api['library.open']({});`],
      ['by a string', 'src/renderer/store/a.ts', `export const a = window['api'];`],
      ['by another name of the window', 'src/renderer/store/a.ts', 'export const a = globalThis.api;'],
      ['taken apart', 'src/renderer/store/a.ts', 'const { api } = window;'],
      ['behind a cast', 'src/renderer/store/a.ts', 'export const a = (window as Window).api;'],
    ],
    passed: [
      ['in its place', 'src/renderer/api.ts', 'export const api = window.api;'],
      ['the api of something else', 'src/renderer/store/a.ts', 'export const a = store.api;'],
      ['in a comment', 'src/renderer/store/a.ts', '// window.api'],
    ],
  },
  htmlInsertion: {
    caught: [
      ['innerHTML', 'src/renderer/a.ts', 'element.innerHTML = text;'],
      ['outerHTML by a string', 'src/renderer/a.ts', `element['outerHTML'] = text;`],
      ['insertAdjacentHTML', 'src/renderer/a.ts', `element.insertAdjacentHTML('beforeend', text);`],
      ['document.write', 'src/renderer/a.ts', 'document.write(text);'],
      ['in JSX', 'src/renderer/a.tsx', 'export const a = <p dangerouslySetInnerHTML={{ __html: text }} />;'],
      ['in properties', 'src/renderer/a.ts', 'export const a = { dangerouslySetInnerHTML: { __html: text } };'],
      ['a frame made of text', 'src/renderer/a.tsx', 'export const a = <iframe title="" srcDoc={text} />;'],
    ],
    passed: [
      ['textContent', 'src/renderer/a.ts', 'element.textContent = text;'],
      ['in quotes', 'src/renderer/a.ts', `export const a = 'innerHTML';`],
    ],
  },
  chineseWords: {
    caught: [
      ['in quotes', 'src/renderer/a.ts', `export const a = '目录';`],
      ['in a template', 'src/main/a.ts', 'export const a = `第 ${1}`;'],
      ['in JSX', 'src/renderer/a.tsx', 'export const a = <p>目录</p>;'],
      ['in an attribute', 'src/renderer/a.tsx', 'export const a = <p title="目录" />;'],
      ['in escapes', 'src/main/a.ts', `export const a = '\\u76ee\\u5f55';`],
      ['in a pattern', 'src/core/plan/a.ts', 'export const a = /第.章/;'],
      ['in a style sheet', 'src/renderer/a.module.css', `.a::before {\n  content: '注';\n}`],
    ],
    passed: [
      ['in a comment', 'src/renderer/a.ts', '// 目录\n/** 护眼 */\nexport const a = 1;'],
      ['in a comment in JSX', 'src/renderer/a.tsx', 'export const a = <p>{/* 目录 */}</p>;'],
      ['in a comment of a style sheet', 'src/renderer/a.css', `/* content: '目录'; */`],
      ['punctuation', 'src/core/plan/a.ts', `export const a = '、。《》（）';`],
      ['messages', 'src/messages/zh-CN/outline.ts', `export const outline = { title: '目录' };`],
      ['the grammar of headings', 'src/core/outline/styles/a.ts', 'export const a = /第.章/;'],
    ],
  },
  rawColours: {
    caught: [
      ['hexadecimal', 'src/renderer/a.module.css', '.a {\n  color: #a8322a;\n}'],
      ['short', 'src/renderer/a.module.css', '.a { border: 1px solid #ccc }'],
      ['a function', 'src/renderer/a.module.css', '.a {\n  background: rgb(0 0 0 / 10%);\n}'],
      ['a name', 'src/renderer/a.module.css', '.a {\n  color: white;\n}'],
      ['within a mixture', 'src/renderer/a.module.css', '.a {\n  color: color-mix(in srgb, black 10%, var(--ink));\n}'],
      ['as a new name', 'src/renderer/a.module.css', '.a {\n  --mine: tomato;\n}'],
      ['in a script', 'src/renderer/a.ts', `export const a = '#A8322A';`],
      ['in a template', 'src/core/report/a.ts', 'export const a = `<p style="color:#333">${text}</p>`;'],
      ['in a style of JSX', 'src/renderer/a.tsx', `export const a = <p style={{ color: 'red' }} />;`],
    ],
    passed: [
      ['a token', 'src/renderer/a.module.css', '.a {\n  color: var(--ink);\n}'],
      [
        'a mixture of tokens',
        'src/renderer/a.module.css',
        '.a {\n  color: color-mix(in oklab, var(--ink) 10%, transparent);\n}',
      ],
      ['no colour', 'src/renderer/a.module.css', '.a {\n  border-color: currentColor transparent inherit;\n}'],
      [
        'colours of the system',
        'src/renderer/a.module.css',
        '.a {\n  forced-color-adjust: none;\n  color: CanvasText;\n}',
      ],
      ['the name of an element', 'src/renderer/a.css', '#fade {\n  margin: 0;\n}'],
      ['an address', 'src/renderer/a.css', '.a {\n  mask: url(icons.svg#abc);\n}'],
      ['in a comment', 'src/renderer/a.css', '/* color: #fff; */'],
      ['tokens', 'src/renderer/styles/tokens.css', ':root {\n  --ink: #1e2126;\n}'],
      ['an alias in a script', 'src/main/a.ts', `import { a } from '#core/text/a';`],
      ['words', 'src/renderer/a.ts', `export const a = { name: 'red', label: 'white' };`],
    ],
  },
  meaningfulNames: {
    caught: [
      ['utils', 'src/core/text/utils.ts', 'export const a = 1;'],
      ['helpers in a folder', 'src/renderer/helpers/a.ts', 'export const a = 1;'],
      ['manager', 'src/main/window-manager.ts', 'export const a = 1;'],
    ],
    passed: [['a word that contains one', 'src/main/management.ts', 'export const a = 1;']],
  },
  noSuppressions: {
    caught: [
      ['of the compiler', 'src/main/a.ts', '// @ts-expect-error\nexport const a: string = 1;'],
      ['of the linter', 'src/main/a.ts', '// biome-ignore lint/suspicious/noExplicitAny: no\nexport const a = 1;'],
    ],
    passed: [['in quotes', 'src/main/a.ts', `export const a = '@ts-ignore';`]],
  },
};

describe.each(Object.entries(cases))('%s', (rule, { caught, passed }) => {
  test.each(caught)('catches: %s', (_name, path, text) => {
    expect(violations(path, text).map((violation) => violation.rule)).toEqual([rule]);
  });
  test.each(passed)('passes: %s', (_name, path, text) => {
    expect(violations(path, text)).toEqual([]);
  });
});

test('a violation names its line', () => {
  expect(violations('src/main/a.ts', `\n\nexport const a = '目录';\n`)).toMatchObject([{ line: 3 }]);
});
