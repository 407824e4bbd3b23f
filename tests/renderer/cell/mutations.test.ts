import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellResponseSchema } from '#ipc/cell-messages-schema';
import { docx, list, listUse, numbered, paragraph, run, table } from '../../fixtures/documents/docx.ts';
import { encodeText } from '../../fixtures/documents/encoded-text.ts';
import { pdf, setLines } from '../../fixtures/documents/pdf.ts';
import { readBytesOf } from './source-file.ts';

const runs = 300;
/** PDF takes thirty times as long as the others. */
const runsOfPdf = 200;
/** Longest that one small file may take, in milliseconds. */
const longest = 5_000;

const word = docx({
  body:
    paragraph('第一章', numbered(1)) +
    paragraph(run('重点', '<w:b/>') + run('隐', '<w:vanish/>')) +
    table(['一', '二'], ['三', '四']),
  numbering: list(1, [['chineseCounting', '%1、']]) + listUse(1, 1),
});
const html =
  '<!doctype html><html><meta charset=utf-8><h1>题</h1><ol start=3><li>甲<li>乙</ol><table><tr><td>一<td>二</table><p style="display:none">隐</p>';
const markdown = '# 题\n\n1. 甲\n2. 乙\n\n| 一 | 二 |\n|--|--|\n| 三 | 四 |\n\n> 引[^1]\n\n[^1]: 注\n';

const originals: [name: string, bytes: Uint8Array][] = [
  ['规划.docx', word],
  ['规划.pdf', pdf([setLines(['规划背景', '发展基础']), setLines(['主要任务'])])],
  ['规划.html', new TextEncoder().encode(html)],
  ['规划.md', new TextEncoder().encode(markdown)],
  ['规划.txt', encodeText('一、规划背景\r\n（一）发展基础', 'gb18030')],
];

/** Numbers that are the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Bytes with some of them changed, taken out, doubled or cut off. */
function mutated(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let changed = [...bytes];
  for (let times = 1 + next(4); times > 0; times -= 1) {
    const at = next(changed.length || 1);
    const length = 1 + next(30);
    const kind = next(6);
    if (kind === 0) changed[at] = next(256);
    else if (kind === 1) changed[at] = (changed[at] ?? 0) ^ (1 << next(8));
    else if (kind === 2) changed.splice(at, length);
    else if (kind === 3) changed.splice(at, 0, ...changed.slice(at, at + length));
    else if (kind === 4) changed = changed.slice(0, at);
    else changed.splice(at, 0, ...Array.from({ length }, () => next(256)));
  }
  return Uint8Array.from(changed);
}

/** A document of Word whose XML is changed, in an archive that is right. */
function mutatedInside(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[next(names.length)] ?? '';
  return zipSync({ ...parts, [name]: mutated(parts[name] ?? new Uint8Array(), next) });
}

/**
 * The engine for PDF lets promises fail that nobody waits for; a page only notes that. What fails so in our own code is
 * kept here.
 */
const ownRejections: unknown[] = [];
const listeners = process.listeners('unhandledRejection');
beforeAll(() => {
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (error) => {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    if (!stack.includes('pdfjs-dist')) ownRejections.push(error);
  });
});
afterAll(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of listeners) process.on('unhandledRejection', listener);
  expect(ownRejections).toEqual([]);
});

async function examine(bytes: Uint8Array, name: string): Promise<string | undefined> {
  const start = performance.now();
  const outcome = await readBytesOf(bytes, name);
  if (performance.now() - start > longest) return 'too slow';
  if (!outcome.ok) return cellResponseSchema.safeParse({ kind: 'problem', problem: outcome.error }).error?.message;
  const { blocks, ...document } = outcome.value;
  const isFit = [
    { kind: 'blocks', blocks },
    { kind: 'read', document },
  ].every((message) => cellResponseSchema.safeParse(message).success);
  return isFit ? undefined : `does not fit: ${JSON.stringify(outcome.value)}`;
}

describe('damaged files become a document or a problem, and nothing else', () => {
  test.each(originals)('%s', async (name, bytes) => {
    const next = random(bytes.length);
    const wanted = name.endsWith('.pdf') ? runsOfPdf : runs;
    for (let index = 0; index < wanted; index += 1) expect(await examine(mutated(bytes, next), name)).toBeUndefined();
  });

  test('documents of Word, damaged inside', async () => {
    const next = random(11);
    for (let index = 0; index < runs; index += 1) {
      expect(await examine(mutatedInside(word, next), '规划.docx')).toBeUndefined();
    }
  });

  test('noise under any name', async () => {
    const next = random(5);
    for (let index = 0; index < runs; index += 1) {
      const noise = Uint8Array.from({ length: next(300) }, () => next(256));
      expect(await examine(noise, originals[index % originals.length]?.[0] ?? '')).toBeUndefined();
    }
  });
});
