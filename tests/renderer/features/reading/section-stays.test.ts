import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { type BlockInSight, createStays, type Stays } from '../../../../src/renderer/features/reading/section-stays.ts';

const section = (id: string, number: number, headingBlock: number, bodyBlocks: number[]): PlanSection => ({
  id,
  level: 1,
  number,
  ordinal: `${number}.`,
  heading: '题',
  headingBlock,
  bodyBlocks,
});

/** A section of 100 characters, a mere heading of 3, and one of 1,603. */
const plan: PlanDocument = {
  schema: 'plan/1',
  id: 'three-sections',
  title: '办法',
  blocks: [
    { kind: 'heading', text: '1.题', section: '1' },
    { kind: 'paragraph', text: '字'.repeat(97), section: '1' },
    { kind: 'heading', text: '2.题', section: '2' },
    { kind: 'heading', text: '3.题', section: '3' },
    { kind: 'paragraph', text: '字'.repeat(1600), section: '3' },
  ],
  sections: [section('1', 1, 0, [1]), section('2', 2, 2, []), section('3', 3, 3, [4])],
  diagnostics: [],
};

const whole = (...blocks: number[]): BlockInSight[] => blocks.map((block) => ({ block, from: 0, to: 1 }));

let inSight: BlockInSight[] | null;
let read: string[];
let stays: Stays;

beforeEach(() => {
  vi.useFakeTimers();
  inSight = [];
  read = [];
  stays = createStays(plan, {
    look: () => inSight,
    isRead: (id) => read.includes(id),
    onRead: (sections) => read.push(...sections),
  });
});

afterEach(() => {
  vi.useRealTimers();
});

/** What is on the screen for so long, ms. */
function show(sights: BlockInSight[] | null, time: number): void {
  inSight = sights;
  stays.begin();
  vi.advanceTimersByTime(time);
}

test('a section is read after two seconds and one for each 20 characters', () => {
  show(whole(0, 1), 6750);
  expect(read).toEqual([]);
  vi.advanceTimersByTime(250);
  expect(read).toEqual(['1']);
});

test('each section has its own time', () => {
  show(whole(0, 1, 2), 2500);
  expect(read).toEqual(['2']);
  vi.advanceTimersByTime(4500);
  expect(read).toEqual(['2', '1']);
});

test('time is summed up, and stops while nothing is in sight', () => {
  show(whole(0, 1), 4000);
  show(whole(2), 60_000);
  expect(read).toEqual(['2']);
  show(whole(0, 1), 2750);
  expect(read).toEqual(['2']);
  vi.advanceTimersByTime(500);
  expect(read).toEqual(['2', '1']);
});

test('what lies under something else is not read, and is waited for', () => {
  show(null, 60_000);
  expect(read).toEqual([]);
  inSight = whole(0, 1);
  vi.advanceTimersByTime(7250);
  expect(read).toEqual(['1']);
});

test('of a section only what was in sight counts, however long', () => {
  show([...whole(0), { block: 1, from: 0, to: 0.7 }], 60_000);
  expect(read).toEqual([]);
  // two of its four pieces are missing, or one: what they take is still to be waited for
  show([{ block: 1, from: 0.3, to: 1 }], 1500);
  expect(read).toEqual([]);
  vi.advanceTimersByTime(6000);
  expect(read).toEqual(['1']);
});

test('what has rushed by was not in sight', () => {
  show([...whole(0), { block: 1, from: 0, to: 0.7 }], 500);
  show([{ block: 1, from: 0.7, to: 1 }], 60_000);
  expect(read).toEqual([]);
});

test('no section has to stay longer than half a minute', () => {
  show(whole(3, 4), 29_750);
  expect(read).toEqual([]);
  vi.advanceTimersByTime(250);
  expect(read).toEqual(['3']);
});

test('nothing is looked at when all in sight is read, nor after the end', () => {
  show(whole(2), 10_000);
  expect(vi.getTimerCount()).toBe(0);
  show(whole(0, 1), 1000);
  expect(vi.getTimerCount()).toBe(1);
  stays.end();
  expect(vi.getTimerCount()).toBe(0);
});
