import { expect, it } from 'vitest';
import { createRequestedFile, filesOfCommandLine } from '../../../src/main/import/requested-files.ts';

it.each([
  {
    name: 'a file by its absolute path',
    line: ['plan-reader', '/文件/规划.docx'],
    files: ['/文件/规划.docx'],
  },
  {
    name: 'a file beside the folder that it was started in',
    line: ['plan-reader', '规划.txt'],
    files: ['/家/规划.txt'],
  },
  { name: 'no file', line: ['plan-reader'], files: [] },
  { name: 'flags only', line: ['plan-reader', '--no-sandbox', '--lang=zh-CN'], files: [] },
  {
    name: 'a file between flags',
    line: ['plan-reader', '--no-sandbox', 'a.pdf', '--x=1'],
    files: ['/家/a.pdf'],
  },
  { name: 'the program itself is no file', line: ['electron', '/程序'], application: '/程序', files: [] },
  {
    name: 'a file after the program itself',
    line: ['electron', '--no-sandbox', '/程序', '../b.md'],
    application: '/程序',
    files: ['/b.md'],
  },
  {
    name: 'what was meant for Electron is no file',
    line: ['electron', '-r', '/装载.js', '/程序', 'c.txt'],
    application: '/程序',
    files: ['/家/c.txt'],
  },
])('$name', ({ line, files, ...given }) => {
  expect(filesOfCommandLine(line, { folder: '/家', ...given })).toEqual(files);
});

it('keeps the latest file until it is asked for, once', () => {
  let asked = 0;
  const requested = createRequestedFile(() => {
    asked += 1;
  });
  requested.put([]);
  expect(requested.take()).toBeUndefined();
  requested.put(['/a.docx']);
  requested.put(['/b.docx', '/c.docx']);
  expect(asked).toBe(2);
  expect(requested.take()).toBe('/b.docx');
  expect(requested.take()).toBeUndefined();
});
