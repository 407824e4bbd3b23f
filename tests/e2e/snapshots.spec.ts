import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeZip } from '../../src/main/storage/zip-file.ts';
import { noteOn, plan, saveNotes } from './export-notes.ts';
import { expect, test } from './fixtures.ts';
import { noteFiles, notes, writeNote } from './reader-actions.ts';

const measure = '健全公办民办同步招生入学机制';

const dialog = (window: Page) => window.getByRole('dialog', { name: '快照' });
const listed = (window: Page) => dialog(window).getByRole('listbox', { name: '快照', exact: true }).getByRole('option');
const changes = (window: Page) => dialog(window).getByRole('listbox', { name: '将要恢复的批注' }).getByRole('option');

async function openSnapshots(window: Page): Promise<void> {
  await window.getByRole('button', { name: '菜单' }).click();
  await window.getByRole('menuitem', { name: '文件' }).click();
  await window.getByRole('menuitem', { name: /^快照/ }).click();
}

/** Puts a snapshot of what is in the folder now there, as if it had been made that day. */
async function placeSnapshot(notesFolder: string, date: string): Promise<void> {
  const files = [...(await noteFiles(join(notesFolder, '笔记')))].map(([path, text]) => ({
    name: path.slice(notesFolder.length + 1).replaceAll('\\', '/'),
    bytes: new TextEncoder().encode(text),
  }));
  await mkdir(join(notesFolder, '快照'), { recursive: true });
  await writeFile(join(notesFolder, '快照', `${date}.zip`), await writeZip(files));
}

test('a snapshot shows what it would change; all or one note is restored, in one step that can be undone', async ({
  window: page,
  relaunch,
  notesFolder,
}) => {
  test.slow();
  await saveNotes(page, [
    noteOn(measure, { body: '原来的文字' }),
    noteOn('健全安全保障体系', { body: '要删的' }),
    noteOn('深化体育教育改革', { body: '不变的' }),
  ]);
  await placeSnapshot(notesFolder, '2026-11-20');
  await page.evaluate(
    async ([document, draft]) => {
      const list = await window.api['annotations.list']({ document: document as string });
      if (!list.ok) throw new Error(list.error.code);
      for (const { id, body } of list.value.annotations) {
        if (body === '要删的') await window.api['annotations.remove']({ id });
        if (body === '原来的文字')
          await window.api['annotations.change']({ id, change: { body: '改过的文字' }, base: { body } });
      }
      await window.api['annotations.create'](draft as Parameters<(typeof window.api)['annotations.create']>[0]);
    },
    [plan.id, noteOn('加大力度配齐配好中小学体育教师', { body: '后来的' })] as const,
  );

  const { window: again } = await relaunch();
  await expect(notes(again)).toHaveCount(3);
  await openSnapshots(again);
  // A slow machine may have made the one of today meanwhile.
  const old = listed(again).filter({ hasText: '2026-11-20' });
  await expect(old).toContainText('3 条');
  await old.click();
  await expect(dialog(again).getByText('1 条将恢复（现已不在）')).toBeVisible();
  await expect(dialog(again).getByText('1 条将改回（之后修改过）')).toBeVisible();
  await expect(dialog(again).getByText('1 条之后新建的批注保留不动')).toBeVisible();
  await expect(changes(again)).toHaveCount(2);
  await expect(changes(again).last()).toContainText('快照中原来的文字');
  await expect(changes(again).last()).toContainText('现在改过的文字');

  await dialog(again)
    .getByRole('button', { name: /^恢复全部/ })
    .click();
  await expect(dialog(again).getByText('没有可恢复的内容')).toBeVisible();
  await expect(listed(again).filter({ hasText: '恢复快照前' })).toHaveCount(1);
  expect(await readdir(join(notesFolder, '快照'))).toContainEqual(expect.stringMatching(/恢复前\.zip$/));
  await again.keyboard.press('Escape');
  await expect(notes(again)).toHaveCount(4);
  await expect(notes(again).filter({ hasText: '原来的文字' })).toHaveCount(1);

  await again.keyboard.press('Control+z');
  await expect(notes(again)).toHaveCount(3);
  await expect(notes(again).filter({ hasText: '改过的文字' })).toHaveCount(1);
  await again.keyboard.press('Control+y');
  await expect(notes(again)).toHaveCount(4);
  await expect(notes(again).filter({ hasText: '原来的文字' })).toHaveCount(1);
  await again.keyboard.press('Control+z');
  await expect(notes(again)).toHaveCount(3);

  await openSnapshots(again);
  await old.click();
  await changes(again).filter({ hasText: '要删的' }).click();
  await dialog(again).getByRole('button', { name: '恢复所选 1 条' }).click();
  await expect(changes(again)).toHaveCount(1);
  await again.keyboard.press('Escape');
  await expect(notes(again).filter({ hasText: '要删的' })).toHaveCount(1);
  await expect(notes(again).filter({ hasText: '改过的文字' })).toHaveCount(1);
});

test('a damaged snapshot is said to be one and changes nothing', async ({ window, notesFolder }) => {
  test.slow();
  await saveNotes(window, [noteOn(measure, { body: '原来的文字' })]);
  const before = await noteFiles(notesFolder);
  await mkdir(join(notesFolder, '快照'), { recursive: true });
  await writeFile(join(notesFolder, '快照', '2026-11-20.zip'), 'PK 不是压缩文件');
  await writeFile(join(notesFolder, '快照', '2026-11-20.sync-conflict-1.zip'), 'x');
  await openSnapshots(window);
  const old = listed(window).filter({ hasText: '2026-11-20' });
  await expect(old).toHaveCount(1);
  await expect(old).toContainText('已损坏');
  await old.click();
  await expect(dialog(window).getByRole('alert')).toContainText('这份快照已损坏或不完整');
  expect(await noteFiles(notesFolder)).toEqual(before);
});

test('Escape closes the dialog while the chosen snapshot has the focus', async ({ window }) => {
  await writeNote(window, measure, '报备。');
  await openSnapshots(window);
  await dialog(window).getByRole('button', { name: '现在保存一份' }).click();
  const made = listed(window).filter({ hasText: '手动保存' });
  await made.click();
  await expect(made).toBeFocused();
  await expect(made).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Escape');
  await expect(dialog(window)).toBeHidden();
});

test('the first start of a day makes a snapshot by itself', async ({ window, notesFolder }) => {
  test.slow();
  await saveNotes(window, [noteOn(measure, { body: '原来的文字' })]);
  await expect
    .poll(() => readdir(join(notesFolder, '快照')).catch(() => []), { timeout: 60_000 })
    .toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}\.zip$/)]);
});

test('a note that was deleted for good comes back from a snapshot that the reader made', async ({ window }) => {
  test.slow();
  await writeNote(window, measure, '**先**核对。');
  await writeNote(window, '健全安全保障体系', '留着的');
  await notes(window).filter({ hasText: '核对' }).click();
  await notes(window).filter({ hasText: '核对' }).getByRole('button', { name: '删除', exact: true }).click();
  await openSnapshots(window);
  await dialog(window).getByRole('button', { name: '现在保存一份' }).click();
  const made = listed(window).filter({ hasText: '手动保存' });
  await expect(made).toContainText(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
  await expect(made).toContainText('1 条');
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: '菜单' }).click();
  await window.getByRole('menuitem', { name: '编辑' }).click();
  await window.getByRole('menuitem', { name: /^回收站/ }).click();
  const bin = window.getByRole('dialog', { name: '回收站' });
  await bin.getByRole('option').click();
  await bin.getByRole('button', { name: /^永久删除/ }).click();
  await bin
    .getByRole('button', { name: /^永久删除/ })
    .last()
    .click();
  await expect(bin.getByRole('option')).toHaveCount(0);
  await window.keyboard.press('Escape');

  await openSnapshots(window);
  await made.click();
  await expect(dialog(window).getByText('1 条当时在回收站（之后已永久删除）')).toBeVisible();
  await expect(changes(window)).toContainText('先核对。');
  await expect(dialog(window).getByRole('button', { name: '恢复所选', exact: true })).toBeDisabled();
  await changes(window).click();
  await dialog(window).getByRole('button', { name: '恢复所选 1 条' }).click();
  await expect(changes(window)).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(notes(window)).toHaveCount(2);
});
