import { expect, test } from 'vitest';
import { makeMarkdown } from '../../../src/main/export/make-markdown.ts';
import { jobOf, pageOf, sampleNotes } from './sample-report.ts';

test('writes the whole report, and stops when the reader cancels', async () => {
  const { source } = await pageOf(sampleNotes);
  const markdown = (await makeMarkdown(source, jobOf())) ?? '';
  for (const words of [
    '现状摸底：学校、班级、教师数。',
    '与市职教中心对接。',
    '新文本里没有这一条了。',
    '每周开足美育课程',
  ]) {
    expect(markdown.split(words)).toHaveLength(2);
  }
  expect(await makeMarkdown(source, jobOf({ signal: AbortSignal.abort() }))).toBeUndefined();
});
