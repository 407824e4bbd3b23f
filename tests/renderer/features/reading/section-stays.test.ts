import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStays, type Stays } from '../../../../src/renderer/features/reading/section-stays.ts';

let told: string[][];
let stays: Stays;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  stays = createStays((sections) => told.push(sections));
});

afterEach(() => {
  vi.useRealTimers();
});

test('what ends before half a second is not told, what stays is', () => {
  stays.begin('rushing');
  stays.begin('staying');
  vi.advanceTimersByTime(499);
  stays.end('rushing');
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual([['staying']]);
  vi.advanceTimersByTime(5000);
  expect(told).toHaveLength(1);
});

test('what comes together is told together', () => {
  for (const section of ['1', '2', '3']) stays.begin(section);
  vi.advanceTimersByTime(500);
  expect(told).toEqual([['1', '2', '3']]);
});

test('what comes one after the other is told ten times a second at most', () => {
  for (let section = 1; section <= 20; section += 1) {
    stays.begin(String(section));
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(600);
  expect(told.flat()).toHaveLength(20);
  expect(told).toHaveLength(3);
});

test('what comes back begins anew', () => {
  stays.begin('1');
  vi.advanceTimersByTime(400);
  stays.end('1');
  stays.begin('1');
  vi.advanceTimersByTime(499);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(told).toEqual([['1']]);
});

test('what has stayed long enough is told though it ends before its turn', () => {
  stays.begin('1');
  vi.advanceTimersByTime(20);
  stays.begin('2');
  vi.advanceTimersByTime(520);
  stays.end('2');
  vi.advanceTimersByTime(60);
  expect(told).toEqual([['1'], ['2']]);
});

test('the end of all tells what has stayed at once, and nothing afterwards', () => {
  stays.begin('1');
  vi.advanceTimersByTime(20);
  stays.begin('2');
  vi.advanceTimersByTime(510);
  stays.begin('3');
  stays.end();
  expect(told).toEqual([['1'], ['2']]);
  vi.advanceTimersByTime(5000);
  expect(told).toHaveLength(2);
});
