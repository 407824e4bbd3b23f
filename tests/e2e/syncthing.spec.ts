import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { expect, type ReaderFixtures } from './fixtures.ts';
import { noteFiles, notes, writeNote } from './reader-actions.ts';
import { type SynchronisedFolders, test } from './synchronised-folders.ts';

const places = {
  teachers: '加大力度配齐配好中小学体育教师',
  admission: '健全公办民办同步招生入学机制',
  reform: '深化体育教育改革',
};
const field = (window: Page) => window.getByRole('textbox', { name: '批注内容' });
const item = (window: Page, words: string) => notes(window).filter({ hasText: words });
/** A change has to be seen by Syncthing, sent, and seen by the other reader's program. */
const delivered = { timeout: 20_000 };

/** A reader at a computer of their own: a profile whose notes are kept in one of the folders. */
async function sitDown(
  launch: ReaderFixtures['launch'],
  profile: string,
  { author, dataFolder }: { author: string; dataFolder: string },
): Promise<Page> {
  await mkdir(profile, { recursive: true });
  await writeFile(join(profile, 'settings.json'), JSON.stringify({ ...defaultSettings, author, dataFolder }));
  const { window } = await launch({ profile });
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  return window;
}

async function write(window: Page, place: string, words: string): Promise<void> {
  await window.bringToFront();
  await writeNote(window, place, words);
}

async function rewrite(window: Page, present: string, words: string): Promise<void> {
  await window.bringToFront();
  await item(window, present).getByRole('button', { name: '编辑批注' }).click();
  await field(window).fill(words);
  await window.getByRole('button', { name: '完成' }).click();
  // The field closes when its words are saved.
  await expect(field(window)).toBeHidden();
  await expect(item(window, words)).toBeVisible();
}

async function remove(window: Page, words: string): Promise<void> {
  await window.bringToFront();
  await item(window, words).getByRole('button', { name: '删除' }).click();
  await expect(item(window, words)).toHaveCount(0);
}

/** Every note of a folder by its path there, as a hash of its bytes. */
async function hashes(folder: string): Promise<Record<string, string>> {
  const files = await Promise.all(['笔记', '回收站'].map((part) => noteFiles(join(folder, part))));
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return Object.fromEntries(
    files
      .flatMap((part) => [...part])
      .map(([path, text]) => [relative(folder, path), hash(text)])
      .sort(),
  );
}

/** Both folders hold the same bytes, one file for each note and none of a conflict. */
async function expectInStep({ left, right }: SynchronisedFolders, present: number, removed: number): Promise<void> {
  const state = async () => {
    const [here, there] = [await hashes(left), await hashes(right)];
    const paths = Object.keys(here);
    const under = (part: string) => paths.filter((path) => path.startsWith(part)).length;
    return {
      isSame: JSON.stringify(here) === JSON.stringify(there),
      oddNames: paths.filter((path) => !/^[0-9A-Z]{26}\.md$/.test(basename(path))),
      present: under('笔记'),
      removed: under('回收站'),
    };
  };
  await expect.poll(state, delivered).toEqual({ isSame: true, oddNames: [], present, removed });
}

test('two readers whose folders Syncthing keeps in step lose nothing and have the same files in the end', async ({
  launch,
  folders,
}, testInfo) => {
  // Three quarters of a minute on an idle machine; each step has its own, shorter limit.
  test.setTimeout(180_000);
  const wang = await sitDown(launch, testInfo.outputPath('wang'), { author: '王老师', dataFolder: folders.left });
  const li = await sitDown(launch, testInfo.outputPath('li'), { author: '李老师', dataFolder: folders.right });

  await test.step('what either writes is there for both', async () => {
    await write(wang, places.teachers, '缺体育教师');
    await write(li, places.admission, '招生办法待定');
    await write(wang, places.reform, '课时如何安排');
    for (const window of [wang, li]) {
      await expect(notes(window)).toHaveCount(3, delivered);
      for (const words of ['缺体育教师', '招生办法待定', '课时如何安排'])
        await expect(item(window, words)).toBeVisible();
    }
    await expectInStep(folders, 3, 0);
  });

  await test.step('one note changed by both while apart keeps both texts, in one file', async () => {
    await folders.disconnect();
    await rewrite(wang, '缺体育教师', '缺三名体育教师');
    await rewrite(li, '缺体育教师', '编制已向市里申请');
    await folders.connect();
    for (const window of [wang, li]) {
      const both = item(window, '缺三名体育教师').filter({ hasText: '编制已向市里申请' });
      await expect(both).toHaveCount(1, delivered);
      await expect(both).toContainText('冲突');
      await expect(notes(window)).toHaveCount(3);
    }
    await expectInStep(folders, 3, 0);
    // Each has merged by itself; a Syncthing that has not yet read its own folder would call what comes next a conflict.
    await folders.settle();
    await rewrite(li, '缺三名体育教师', '缺三名教师，编制已申请');
    await expect(item(li, '冲突')).toHaveCount(0);
    await expect(item(wang, '缺三名教师，编制已申请')).toBeVisible(delivered);
    await expect(item(wang, '冲突')).toHaveCount(0);
  });

  await test.step('a note that one deletes and the other changes stays; one that nobody changes stays deleted', async () => {
    await folders.disconnect();
    await remove(wang, '招生办法待定');
    await remove(wang, '课时如何安排');
    await rewrite(li, '招生办法待定', '招生办法已公布');
    await rewrite(li, '缺三名教师', '另缺两名教练');
    await remove(wang, '缺三名教师');
    await folders.connect();
    for (const window of [wang, li]) {
      await expect(item(window, '招生办法已公布')).toBeVisible(delivered);
      await expect(item(window, '另缺两名教练')).toBeVisible(delivered);
      await expect(item(window, '课时如何安排')).toHaveCount(0, delivered);
      await expect(notes(window)).toHaveCount(2);
    }
    await expectInStep(folders, 2, 3);
  });

  await test.step('nothing that was deleted returns with what is written next', async () => {
    await write(li, places.reform, '每天一节');
    await expect(item(wang, '每天一节')).toBeVisible(delivered);
    await write(wang, places.reform, '另加大课间');
    await expect(item(li, '另加大课间')).toBeVisible(delivered);
    for (const window of [wang, li]) {
      await expect(notes(window)).toHaveCount(4);
      await expect(item(window, '课时如何安排')).toHaveCount(0);
    }
    await expectInStep(folders, 4, 3);
  });
});
