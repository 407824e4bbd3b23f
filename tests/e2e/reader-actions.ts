import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Drags the pointer over the first occurrence of `text` in one block of the plan, as a reader would: where the page has moved
 * under the pointer, once more.
 */
export async function dragOver(window: Page, text: string): Promise<void> {
  await expect(async () => {
    const { from, to } = await endsOf(window, text);
    await window.mouse.move(from.x, from.y);
    await window.mouse.down();
    await window.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await window.mouse.move(to.x, to.y, { steps: 4 });
    await window.mouse.up();
    expect(await window.evaluate(() => String(getSelection()).replace(/\s/gu, ''))).toBe(text.replace(/\s/gu, ''));
  }).toPass({ timeout: 20_000 });
}

/** Where on the screen the first and the last character of `text` are, once it is in the middle of the page. */
async function endsOf(window: Page, text: string) {
  const ends = await window.evaluate(async (wanted) => {
    await document.fonts.ready;
    for (const block of document.querySelectorAll('[data-b]')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        block.scrollIntoView({ block: 'center' });
        // The text that has come into view may ask for another part of its font.
        await new Promise(requestAnimationFrame);
        await document.fonts.ready;
        await new Promise(requestAnimationFrame);
        const boxOf = (index: number) => {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          return range.getBoundingClientRect();
        };
        const first = boxOf(at);
        const last = boxOf(at + wanted.length - 1);
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
        };
      }
    }
    return undefined;
  }, text);
  if (ends === undefined) throw new Error(`the plan does not say “${text}”`);
  return ends;
}

/** Clicks into the middle of the first occurrence of `text`. */
export async function clickOn(window: Page, text: string): Promise<void> {
  const point = await window.evaluate((wanted) => {
    for (const block of document.querySelectorAll('[data-b]')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        const middle = at + Math.floor(wanted.length / 2);
        range.setStart(node, middle);
        range.setEnd(node, middle + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
    }
    return undefined;
  }, text);
  if (point === undefined) throw new Error(`the plan does not say “${text}”`);
  await window.mouse.click(point.x, point.y);
}

export async function highlight(window: Page, text: string, label: string): Promise<void> {
  const before = await notes(window).count();
  await dragOver(window, text);
  await toolbarButton(window, `高亮：${label}`).click();
  await expect(notes(window)).toHaveCount(before + 1);
}

export async function writeNote(window: Page, text: string, note: string): Promise<void> {
  await dragOver(window, text);
  await toolbarButton(window, '批注').click();
  await window.getByRole('textbox', { name: '批注内容' }).fill(note);
  await window.getByRole('button', { name: '完成' }).click();
  await expect(window.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
}

export function toolbarButton(window: Page, name: string) {
  return window.getByRole('toolbar', { name: '选区工具' }).getByRole('button', { name, exact: true });
}

export function notes(window: Page) {
  return window.getByRole('list', { name: '批注' }).getByRole('listitem');
}

/** The text that is painted with a highlight of the registry, range by range. */
export function painted(window: Page, name: string): Promise<string[]> {
  return window.evaluate(
    (wanted) =>
      [...(CSS.highlights.get(wanted) ?? [])].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      }),
    name,
  );
}

/** Every note file below a folder, by path. */
export async function noteFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md'));
  const contents = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [path, await readFile(path, 'utf8')] as const;
    }),
  );
  return new Map(contents);
}

/** The ledger while it has the focus: in the field of its current cell, or itself where that cannot be written in. */
export function focusedLedger(window: Page): Locator {
  return window.getByRole('grid', { name: '台账' }).and(window.locator(':focus-within'));
}
