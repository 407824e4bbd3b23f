import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { hostileMarkdown } from '../fixtures/hostile/markdown-vectors.ts';
import { test } from './attacks/fixtures.ts';
import { allowedInReport, livingMarkup, offendingMarkup } from './attacks/note-markup.ts';
import { answerMessageBoxes, recordShell } from './dialogs.ts';
import { previewAsPage } from './export-dialog.ts';
import { lost, noteOn } from './export-notes.ts';
import { expect } from './fixtures.ts';
import { foreignNote, noteFolder, placeNotes } from './placed-notes.ts';
import { notes, writeNote } from './reader-actions.ts';

const refusals =
  /Refused to|Content Security Policy|ERR_|trace-warnings|Failed to load resource|Blocked script|Not allowed/;
const noteBody = '[data-annotation] [class*="_markdown_"]';
const markup = `"><script>top.ran()</script><img src=x onerror=top.ran()>`;

/** Markup in every field of a note that is shown somewhere. */
const hostileFields = [
  { tags: [markup.slice(0, 60), '<b>'] },
  { label: '<img src=x onerror=top.ran()>' },
  { author: markup, device: markup },
  { documentTitle: markup },
  { target: { ...lost(noteOn('发展形势'), markup).target, sectionPath: markup, sectionHeading: markup } },
  { target: { ...noteOn('深化体育教育改革').target, prefix: markup.slice(0, 60), sectionHeading: markup } },
];

const hostileNotes = [
  ...hostileMarkdown.map(([, body]) => ({ body })),
  ...hostileFields.map((fields) => ({ body: '正文', ...fields })),
].map((fields, index) => foreignNote(index, fields));

/** Counts scripts that ran in the page, whatever they call. */
async function countScripts(page: Page): Promise<() => Promise<number>> {
  let dialogs = 0;
  page.on('dialog', async (dialog) => {
    dialogs += 1;
    await dialog.dismiss();
  });
  await page.evaluate(() => {
    const count = () => {
      document.body.dataset.ran = String(Number(document.body.dataset.ran ?? 0) + 1);
    };
    Object.assign(globalThis, { ran: count, alert: count });
  });
  return async () => dialogs + (await page.evaluate(() => Number(document.body.dataset.ran ?? 0)));
}

test('hostile notes are shown, and do nothing, in the list and in the export', async ({
  launch,
  notesFolder,
  openWindow,
  outside,
  allowProblem,
}) => {
  // the tests' own instruments try to run in the preview, and the frame refuses them
  allowProblem(/^page: Blocked script execution in 'app:\/\/report\//);
  await placeNotes(notesFolder, hostileNotes);
  await writeFile(join(noteFolder(notesFolder), '<img src=x onerror=top.ran()>.md'), '<script>top.ran()</script>');
  const { app, window } = await launch();
  const ran = await countScripts(window);
  const shell = await recordShell(app);
  const asked = await answerMessageBoxes(app, 1);
  await expect(notes(window)).toHaveCount(hostileNotes.length);
  await expect(window.getByText('1 个批注文件无法读取')).toBeVisible();

  await expect(window.locator(noteBody)).toHaveCount(hostileNotes.length);
  expect(await offendingMarkup(window, noteBody)).toEqual([]);
  const links = await window.locator(`${noteBody} a`).all();
  expect(links.length, 'control: some vectors are proper links').toBeGreaterThan(3);
  for (const link of links) await link.dispatchEvent('click');
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(3);

  await test.step('the cleaned notes are harmless even without a policy', async () => {
    const cleaned = await window
      .locator(noteBody)
      .evaluateAll((bodies) => bodies.map((body) => body.outerHTML).join(''));
    const openRan = await countScripts(openWindow);
    await openWindow.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), cleaned);
    await openWindow.evaluate(settled);
    expect(await openRan()).toBe(0);
    expect(outside.requests.filter((request) => request !== '/' && !request.includes('missing'))).toEqual([]);
  });

  await window.keyboard.press('Control+e');
  await expect(window.getByRole('dialog', { name: '导出' })).toBeVisible();
  await previewAsPage(window);
  const report = () => window.frames().find((frame) => frame.url().startsWith('app://report/'));
  await expect.poll(() => report()?.locator('article').count()).toBe(hostileNotes.length);
  const frame = report() ?? window.mainFrame();
  expect(await livingMarkup(frame)).toEqual([]);
  expect(await offendingMarkup(frame, '.note', allowedInReport)).toEqual([]);
  const reach = await frame.evaluate(() => {
    const neighbour = () => {
      try {
        return typeof Reflect.get(parent, 'api');
      } catch (error) {
        return (error as Error).name;
      }
    };
    return [typeof Reflect.get(globalThis, 'api'), typeof Reflect.get(globalThis, 'require'), neighbour()];
  });
  expect(reach).toEqual(['undefined', 'undefined', 'SecurityError']);

  expect(await ran()).toBe(0);
  expect(await shell()).toEqual([]);
  expect(app.windows()).toHaveLength(1);
});

/** Answers when what was just put into the page has loaded or failed, and its scripts have run or never will. */
async function settled(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => {
      const image = new Image();
      image.addEventListener('error', resolve);
      image.src = `missing-${round}.png`;
    });
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

test.describe('the same notes as raw HTML', () => {
  // it would lead the control away in the middle
  const vectors = hostileMarkdown.filter(([name]) => name !== 'meta refresh');
  const rawHtml = (outside: string) =>
    vectors
      .map(([, source]) => toHast(fromMarkdown(source), { allowDangerousHtml: true }))
      .map((tree) => `<div>${toHtml(tree, { allowDangerousHtml: true })}</div>`)
      .map((html) => html.replaceAll(/(?:https?:)?\/\/evil\.example/g, outside));

  const insert = (parts: string[]) => {
    for (const part of parts) {
      const place = document.createElement('div');
      document.body.append(place);
      place.innerHTML = part;
      for (const link of place.querySelectorAll('a')) {
        // frames and scripts of the page are what is tried here, not where links lead
        if (link.protocol === 'javascript:') link.click();
      }
    }
  };

  test('do nothing under the policy alone', async ({ window, outside, allowProblem }) => {
    allowProblem(refusals);
    await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
    const ran = await countScripts(window);
    const refused = await window.evaluateHandle(() => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        directives.push(effectiveDirective),
      );
      return directives;
    });
    await window.evaluate(insert, rawHtml(outside.address));
    await window.evaluate(settled);
    expect(await ran()).toBe(0);
    expect(outside.requests).toEqual([]);
    expect(await refused.evaluate((directives) => new Set(directives).size)).toBeGreaterThan(4);
    expect(window.url()).toBe('app://reader/index.html');
  });

  test('control: run and call home without it', async ({ openWindow, outside }) => {
    const ran = await countScripts(openWindow);
    await openWindow.evaluate(insert, rawHtml(outside.address));
    await openWindow.evaluate(settled);
    expect(await ran()).toBeGreaterThan(8);
    await expect.poll(() => outside.requests.length).toBeGreaterThan(3);
  });
});

test('a link asks before it is opened, and says where it really leads', async ({ app, window }) => {
  const shell = await recordShell(app);
  const cancelled = await answerMessageBoxes(app, 1);
  await writeNote(
    window,
    '健全公办民办同步招生入学机制',
    '[教育部](https://www.moe.gov.cn@example.cn/a?b=1) [写信](mailto:a@example.cn) [旧站](http://example.cn/)',
  );
  const link = (name: string) => notes(window).getByRole('link', { name });
  await link('教育部').click();
  await expect.poll(cancelled).toEqual([expect.stringContaining('将前往：example.cn\n')]);
  for (const options of [{ button: 'middle' }, { modifiers: ['Control'] }, { modifiers: ['Shift'] }] as const) {
    await link('教育部').click({ ...options, modifiers: [...('modifiers' in options ? options.modifiers : [])] });
  }
  expect(await shell()).toEqual([]);
  expect(app.windows()).toHaveLength(1);

  const agreed = await answerMessageBoxes(app, 0);
  await link('教育部').click();
  await expect.poll(shell).toEqual(['https://www.moe.gov.cn@example.cn/a?b=1']);
  await link('写信').click();
  await expect.poll(shell).toEqual(['https://www.moe.gov.cn@example.cn/a?b=1', 'mailto:a@example.cn']);
  expect(await agreed()).toEqual([expect.stringContaining('example.cn'), expect.stringContaining('a@example.cn')]);

  await link('旧站').click();
  await expect(window.getByRole('alert').filter({ hasText: '只能打开 https 网页链接或邮件链接' })).toBeVisible();
  expect(await shell()).toHaveLength(2);
});

const refusedAddresses = [
  ...['http://example.cn/', 'file:///etc/passwd', 'file://server/share', 'smb://server/share', 'ftp://example.cn/'],
  ...['javascript:alert(1)', 'data:text/html,x', 'blob:app://reader/1', 'vbscript:x', 'about:blank', 'app://reader/'],
  ...['chrome://gpu', 'devtools://devtools', 'view-source:https://example.cn', 'ms-msdt:/id', 'search-ms:query=x'],
  ...['ms-settings:', 'ms-word:ofe|u|https://example.cn/a.docx', 'ms-officecmd:x', 'shell:startup', 'ssh://example.cn'],
  ...[
    'telnet://example.cn',
    'ldap://example.cn',
    'steam://run/1',
    'vscode://file/x',
    'tel:110',
    'sms:110',
    'magnet:?x',
  ],
  ...[
    '\\\\server\\share',
    '//example.cn',
    '/etc/passwd',
    'C:\\Windows',
    'example.cn',
    '',
    ' ',
    'https:',
    'https://',
    'HTTPS',
  ],
];

test('no other kind of address reaches the system', async ({ app, window }) => {
  const shell = await recordShell(app);
  const asked = await answerMessageBoxes(app, 0);
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const answers = await window.evaluate(async (addresses) => {
    const operations = Reflect.get(globalThis, 'api');
    return Promise.all(addresses.map((url: string) => operations['links.open']({ url })));
  }, refusedAddresses);
  expect(answers).toEqual(refusedAddresses.map((detail) => ({ ok: false, error: { code: 'link-refused', detail } })));
  expect(await asked()).toEqual([]);
  expect(await shell()).toEqual([]);
});
