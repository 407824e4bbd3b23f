import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/command.mjs';
import { operationNames } from '../../src/ipc/operations.ts';
import { malformed, properInputs, spoiltInputs } from './attacks/operation-inputs.ts';
import { answerMessageBoxes, answerOpenDialog, answerSaveDialog, recordShell } from './dialogs.ts';
import { noteOn } from './export-notes.ts';
import { fileTree } from './file-tree.ts';
import { expect, test } from './fixtures.ts';
import { writeNote } from './reader-actions.ts';

type Call = [operation: string, input: unknown];
type Answer = { ok: boolean; error: { code: string } };
type AnyOperations = Record<string, (input: unknown) => Promise<Answer>>;

/** Calls operations from the page, many at once; what came back, `code: detail` for errors. */
function callAll(page: Page, calls: readonly Call[]): Promise<string[]> {
  // as text: on its way into the page an object would lose its stranger keys
  return page.evaluate(async (text) => {
    const api: AnyOperations = Reflect.get(globalThis, 'api');
    const answers = (JSON.parse(text) as Call[]).map(async ([operation, input]) => {
      try {
        // Whole texts come as JSON.
        const given: unknown = await api[operation]?.(input);
        const answer = (typeof given === 'string' ? JSON.parse(given) : given) as Answer | undefined;
        return answer?.ok ? 'ok' : (answer?.error.code ?? 'nothing');
      } catch (error) {
        return `thrown: ${error}`;
      }
    });
    return Promise.all(answers);
  }, JSON.stringify(calls));
}

test('input that the contract does not allow is refused, and nothing is written', async ({ app, window, profile }) => {
  const shell = await recordShell(app);
  await answerOpenDialog(app, []);
  await answerSaveDialog(app, null);
  await writeNote(window, '健全公办民办同步招生入学机制', '原文');
  const folder = dirname(profile);
  const before = await fileTree(folder);
  expect(Object.keys(before).filter((path) => path.endsWith('.md'))).toHaveLength(1);

  const spoilt = spoiltInputs(3000);
  expect(new Set(spoilt.map(([operation]) => operation)).size, 'control: all operations').toBe(operationNames.length);
  const calls = [...malformed, ...spoilt];
  for (let start = 0; start < calls.length; start += 500) {
    const part = calls.slice(start, start + 500);
    const answers = await callAll(window, part);
    const others = part.filter((_call, index) => !['invalid-input', 'too-long'].includes(answers[index] ?? ''));
    expect(others.map((call, index) => [call, answers[index]])).toEqual([]);
  }
  expect(await fileTree(folder)).toEqual(before);
  expect(await shell()).toEqual([]);
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
});

test('values that are no data never reach the program', async ({ window, profile }) => {
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const before = await fileTree(dirname(profile));
  const answers = await window.evaluate(
    async (operations) => {
      const api: AnyOperations = Reflect.get(globalThis, 'api');
      const cyclic: Record<string, unknown> = {};
      cyclic.self = cyclic;
      let deep: unknown = 'x';
      for (let depth = 0; depth < 5000; depth += 1) deep = { deep };
      const values = [
        () => undefined,
        Symbol('x'),
        document.body,
        globalThis,
        cyclic,
        deep,
        Promise.resolve(),
        new Proxy({}, {}),
        new Map([['url', 'https://example.cn']]),
        new Set([1]),
        new Date(),
        /x/,
        new Error('x'),
        new Blob(['x']),
        new ArrayBuffer(8),
        new Uint8Array(1000),
        1n,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        new WeakMap(),
        Object.create(null),
        {
          get url() {
            throw new Error('trap');
          },
        },
        { url: { toString: () => 'https://example.cn' } },
        { toJSON: () => null },
      ];
      const outcomeOf = async (operation: string, value: unknown) => {
        try {
          const answer = await api[operation]?.(value);
          return answer?.ok ? `ok: ${operation}` : (answer?.error.code ?? '');
        } catch {
          return 'thrown in the page';
        }
      };
      const outcomes = new Set<string>();
      for (const operation of operations) {
        for (const value of values) {
          outcomes.add(await outcomeOf(operation, value));
        }
      }
      return [...outcomes];
      // to change nothing about the settings is proper
    },
    operationNames.filter((name) => name !== 'settings.change'),
  );
  expect(answers.sort()).toEqual(['invalid-input', 'thrown in the page']);
  expect(await fileTree(dirname(profile))).toEqual(before);
});

test('what fits the contract still gets nowhere else', async ({ app, window, notesFolder, profile }) => {
  const shell = await recordShell(app);
  const asked = await answerMessageBoxes(app, 0);
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const titles = [
    '../../../../title',
    '/etc/title',
    'C:\\title',
    'a\0b',
    'CON',
    '..',
    '.',
    '',
    ' ',
    'x'.repeat(400),
    '~/x',
    '\u202etxt',
  ];
  const notes = titles.map(
    (documentTitle, index): Call => [
      'annotations.create',
      noteOn('深化体育教育改革', { document: `document-${index}`, documentTitle }),
    ],
  );
  expect(await callAll(window, notes)).toEqual(notes.map(() => 'ok'));
  const written = Object.keys(await fileTree(dirname(profile))).filter((path) => path.endsWith('.md'));
  expect(written).toHaveLength(titles.length);
  for (const path of written) expect(join(dirname(profile), path)).toContain(join(notesFolder, '笔记'));

  const elsewhere: [call: Call, answer: string][] = [
    [['library.open', { document: 'no-such-plan' }], 'plan-missing'],
    [['annotations.remove', { id: '01M84B9PR0644CCAMGF5S6AR97' }], 'not-found'],
    [['export.save', { report: '../../../etc/passwd', format: 'pdf' }], 'not-found'],
    [['export.reveal', { file: '/etc/passwd' }], 'not-found'],
    [['links.open', { url: 'file:///etc/passwd' }], 'link-refused'],
  ];
  expect(
    await callAll(
      window,
      elsewhere.map(([call]) => call),
    ),
  ).toEqual(elsewhere.map(([, answer]) => answer));
  expect(await shell()).toEqual([]);
  expect(await asked()).toEqual([]);

  const poison: unknown = JSON.parse(
    '{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }',
  );
  await callAll(
    window,
    operationNames.filter((name) => !name.startsWith('notesFolder')).map((name) => [name, poison]),
  );
  expect(await app.evaluate(() => Reflect.has({}, 'polluted'))).toBe(false);
  expect(await window.evaluate(() => Reflect.has({}, 'polluted'))).toBe(false);
});

test('no other page gets an answer, even with a way to the program', async ({ app, window, profile, allowProblem }) => {
  allowProblem(/Content Security Policy|Security Warning|No handler registered/);
  await writeNote(window, '健全公办民办同步招生入学机制', '原文');
  const before = await fileTree(dirname(profile));
  const preload = join(root, 'tests/fixtures/hostile/foreign-preload.cjs');
  for (const address of ['about:blank', 'app://reader/report.html', 'data:text/html,x']) {
    const answers = await app.evaluate(
      async ({ BrowserWindow }, { preload, address, calls }) => {
        const other = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, contextIsolation: true },
        });
        await other.loadURL(address);
        const script = `Promise.all(${calls}.map(([name, input]) => invoke(name, input).catch((error) => String(error))))`;
        const results = (await other.webContents.executeJavaScript(script)) as unknown[];
        other.destroy();
        return results;
      },
      {
        preload,
        address,
        calls: JSON.stringify([
          ...Object.entries(properInputs),
          ['no.such.operation', null],
          ['ELECTRON_BROWSER_CLIPBOARD_SYNC', null],
        ]),
      },
    );
    const refused = { ok: false, error: { code: 'invalid-input', detail: 'sender' } };
    expect(answers.slice(0, -2), address).toEqual(operationNames.map(() => refused));
    for (const answer of answers.slice(-2)) expect(answer).toMatch(/No handler registered/);
  }
  expect(await fileTree(dirname(profile))).toEqual(before);
});
