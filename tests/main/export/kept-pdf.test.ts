import { expect, test } from 'vitest';
import { createKeptPdf } from '../../../src/main/export/kept-pdf.ts';
import type { MadeFile, PdfJob, PdfMaker } from '../../../src/main/export/made-file.ts';
import type { ReportPage } from '../../../src/main/export/report-pages.ts';
import { pageOf, sampleNotes } from './sample-report.ts';

interface Making {
  report: string;
  job: PdfJob;
  end: (made: MadeFile | undefined) => void;
  fail: (error: Error) => void;
}

/** A printer that ends when the test says so. */
function setUp() {
  const makings: Making[] = [];
  const makePdf: PdfMaker = ({ id }, job) =>
    new Promise((end, fail) => void makings.push({ report: id, job, end, fail }));
  const kept = createKeptPdf(makePdf, () => new Date('2026-11-27T00:00:00Z'));
  return { kept, makings };
}

const file = (text: string): MadeFile => ({ bytes: new TextEncoder().encode(text), pages: 1 });

async function page(id: string): Promise<ReportPage> {
  return { ...(await pageOf(sampleNotes)), id };
}

test('what was made is answered again, and not made anew', async () => {
  const { kept, makings } = setUp();
  const one = await page('one');
  const seen = kept.of(one, '王老师');
  makings[0]?.end(file('whole'));
  const made = await seen;
  expect(await kept.of(one, '王老师')).toBe(made);
  expect(makings.map(({ report, job }) => [report, job.author])).toEqual([['one', '王老师']]);
});

test('who comes later waits for the same, and hears how far it is', async () => {
  const { kept, makings } = setUp();
  const one = await page('one');
  const seen = kept.of(one, '');
  makings[0]?.job.onProgress(0.6);
  const shares: number[] = [];
  const saved = kept.of(one, '', (share) => shares.push(share));
  makings[0]?.job.onProgress(0.85);
  makings[0]?.end(file('whole'));
  expect(await saved).toBe(await seen);
  expect(shares).toEqual([0.6, 0.85]);
  expect(makings).toHaveLength(1);
});

test('another report, or another author, ends what is under way', async () => {
  const { kept, makings } = setUp();
  const [one, two] = [await page('one'), await page('two')];
  void kept.of(one, '');
  void kept.of(two, '');
  void kept.of(two, '王老师');
  expect(makings.map(({ report, job }) => [report, job.signal.aborted])).toEqual([
    ['one', true],
    ['two', true],
    ['two', false],
  ]);
});

test('interrupting ends what is under way and leaves what is made', async () => {
  const { kept, makings } = setUp();
  const one = await page('one');
  const first = kept.of(one, '');
  kept.interrupt();
  makings[0]?.end(undefined);
  expect(await first).toBeUndefined();
  expect(makings[0]?.job.signal.aborted).toBe(true);
  const second = kept.of(one, '');
  makings[1]?.end(file('whole'));
  await second;
  kept.interrupt();
  expect(await kept.of(one, '')).toBe(await second);
  expect(makings).toHaveLength(2);
});

test('what is forgotten is made again; forgetting another report changes nothing', async () => {
  const { kept, makings } = setUp();
  const one = await page('one');
  const first = kept.of(one, '');
  makings[0]?.end(file('whole'));
  await first;
  kept.forget('two');
  await kept.of(one, '');
  expect(makings).toHaveLength(1);
  kept.forget('one');
  void kept.of(one, '');
  expect(makings).toHaveLength(2);
});

test('a failure is told to all who wait, and the next one tries again', async () => {
  const { kept, makings } = setUp();
  const one = await page('one');
  const waiting = [kept.of(one, ''), kept.of(one, '')];
  makings[0]?.fail(new Error('page process: crashed'));
  for (const each of waiting) await expect(each).rejects.toThrow('page process: crashed');
  const again = kept.of(one, '');
  makings[1]?.end(file('whole'));
  expect(await again).toEqual(file('whole'));
});
