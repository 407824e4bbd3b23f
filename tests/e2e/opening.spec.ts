import { expect, test } from './fixtures.ts';

test('the reader opens with the outline and the text of the plan', async ({ window }) => {
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  await expect(window.getByRole('main', { name: '正文' })).toContainText('“十四五”教育发展规划');
});
