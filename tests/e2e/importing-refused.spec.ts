import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { docx } from '../fixtures/documents/docx.ts';
import { answerOpenDialog } from './dialogs.ts';
import { fileTree } from './file-tree.ts';
import { expect, test } from './fixtures.ts';

const dialog = (window: Page) => window.getByRole('dialog', { name: '导入文档' });

async function put(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test.describe('a file that cannot be read is named, with what to do, and nothing changes', () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)]);
  for (const { name, content, says } of [
    { name: '旧.doc', content: ole, says: '另存为 .docx' },
    { name: '空.txt', content: Buffer.alloc(0), says: '文件是空的' },
    { name: '图.png', content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), says: '这是图片' },
    { name: '\u202etxt.规划', content: Buffer.from([0, 1, 2, 3, 255, 254, 0, 0]), says: '没有可读的文字' },
    { name: '断.docx', content: Buffer.from(docx({ body: '<w:p/>' })).subarray(0, 200), says: '不完整' },
  ]) {
    test(name, async ({ app, window, profile, notesFolder }) => {
      const path = await put(profile, name, content);
      const before = await fileTree(notesFolder);
      await answerOpenDialog(app, [path]);
      await window.keyboard.press('Control+o');
      await expect(dialog(window).getByRole('alert')).toContainText(says);
      await dialog(window).getByRole('button', { name: '关闭' }).last().click();
      await expect(dialog(window)).toBeHidden();
      expect(await fileTree(notesFolder)).toEqual(before);
      expect(await readFile(path)).toEqual(Buffer.from(content));
      const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
      expect(windows).toBe(1);
    });
  }
});
