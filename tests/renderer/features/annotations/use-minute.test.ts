import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMinute } from '../../../../src/renderer/features/annotations/use-minute.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('all who listen share one timer, which ends with the last of them', () => {
  const heard: string[] = [];
  const endFirst = everyMinute(() => heard.push('first'));
  const endSecond = everyMinute(() => heard.push('second'));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual(['first', 'second']);
  endFirst();
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual(['first', 'second', 'second']);
  endSecond();
  expect(vi.getTimerCount()).toBe(0);
  const endAgain = everyMinute(() => heard.push('again'));
  vi.advanceTimersByTime(60_000);
  expect(heard.at(-1)).toBe('again');
  endAgain();
});
