import { expect, test } from './fixtures.ts';

test('the outline shows what the source has, and what it lacks', async ({ window }) => {
  const tree = window.getByRole('tree', { name: '目录' });
  await expect(tree.getByRole('treeitem')).toHaveCount(12 + 57 + 1);
  await expect(tree.getByRole('treeitem', { name: /^二、落实立德树人根本任务/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /^三、〔原文缺章标题〕/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /^（一）〔原文缺此节〕/ })).toHaveCount(1);

  const text = window.getByRole('main', { name: '正文' });
  await expect(text.locator('[data-section="3"]')).toContainText('〔原文此处缺章标题〕');
  await expect(text.locator('[data-section="3"]')).toContainText('推定');
  await expect(text.getByText('〔此处原文有缺〕')).toHaveCount(4);
  await expect(text.getByText('〔本节原文仅有标题〕')).toHaveCount(5);
  await expect(text.getByText('……（节选至此）').first()).toBeAttached();
});

test('a section is found by characters, pinyin and initials, and opened by keyboard', async ({ window }) => {
  const tree = window.getByRole('tree', { name: '目录' });
  const filter = window.getByRole('searchbox', { name: '筛选目录' });
  for (const words of ['美育', 'meiyu', 'qhmyyrgn']) {
    await filter.fill(words);
    await expect(tree.getByRole('treeitem', { name: /^（四）强化美育育人功能/ })).toBeVisible();
  }
  await filter.fill('没有这样的章节');
  await expect(window.getByText('目录中没有符合的章节')).toBeVisible();
  await filter.fill('劳动教育');
  await window.keyboard.press('Control+t');
  await expect(tree.getByRole('treeitem').first()).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window.locator('[data-section="2.5"]')).toBeInViewport();
  await filter.fill('');
  const labour = tree.getByRole('treeitem', { name: /^（五）加强新时代劳动教育/ });
  await expect(labour).toHaveAttribute('aria-current', 'location');
});

test('folding, and going back and forward', async ({ window }) => {
  const tree = window.getByRole('tree', { name: '目录' });
  await window.getByRole('button', { name: '收起全部' }).click();
  await expect(tree.getByRole('treeitem')).toHaveCount(12);
  await tree.getByRole('treeitem', { name: /^十二、/ }).click();
  await expect(window.locator('[data-section="12"]')).toBeInViewport();
  await window.getByRole('button', { name: '展开全部' }).click();
  await expect(tree.getByRole('treeitem')).toHaveCount(70);
  await tree.getByRole('treeitem', { name: /^（三）深化体育教育改革/ }).click();
  await expect(window.locator('[data-section="2.3"]')).toBeInViewport();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.locator('[data-section="12"]')).toBeInViewport();
  await window.keyboard.press('Alt+ArrowRight');
  await expect(window.locator('[data-section="2.3"]')).toBeInViewport();
});

test('the context menu copies a heading and its citation', async ({ app, window }) => {
  const tree = window.getByRole('tree', { name: '目录' });
  await tree.getByRole('treeitem', { name: /^（三）深化体育教育改革/ }).click({ button: 'right' });
  await window.getByRole('menuitem', { name: '复制引文' }).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('《吉林市“十四五”教育发展规划》二（三）：“深化体育教育改革。”');
});

test('the outline follows what is read, also when it was clicked, is folded, or was behind another tab', async ({
  window,
}) => {
  const tree = window.getByRole('tree', { name: '目录' });
  const current = tree.locator('[aria-current="location"]');
  const text = window.getByRole('main', { name: '正文' });
  const readOn = async (section: string) => {
    await text.hover();
    const heading = text.locator(`[data-section="${section}"]`);
    // by what it stands away from: a step of one length could go beyond it
    await expect
      .poll(
        async () => {
          const away = ((await heading.boundingBox())?.y ?? 0) - 300;
          if (Math.abs(away) > 200) await window.mouse.wheel(0, Math.max(-600, Math.min(600, away)));
          return Math.abs(away);
        },
        { intervals: [100] },
      )
      .toBeLessThan(200);
  };
  await tree.getByRole('treeitem', { name: /^二、/ }).click();
  await readOn('9.2');
  await expect(current).toHaveAccessibleName(/^(（.）|九、)/);
  await expect(current).toBeInViewport();

  await window.getByRole('button', { name: '收起全部' }).click();
  await expect(current).toHaveAccessibleName(/^(八|九)、/);
  await readOn('12.4');
  await text.press('Control+End');
  await expect(current).toHaveAccessibleName(/^十二、/);
  await window.getByRole('button', { name: '展开全部' }).click();
  await expect(current).toHaveAccessibleName(/^（四）健全安全保障体系/);

  await tree.getByRole('treeitem', { name: /^一、/ }).click();
  await window.getByRole('tab', { name: '书签' }).click();
  await readOn('11.1');
  await window.getByRole('tab', { name: '目录' }).click();
  await expect(current).toBeInViewport();

  await text.focus();
  await window.keyboard.press('F6');
  await window.keyboard.press('F6');
  await window.keyboard.press('F6');
  await expect(current).toBeFocused();
});
