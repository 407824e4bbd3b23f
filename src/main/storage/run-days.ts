import { join } from 'node:path';
import { z } from 'zod';
import { createJsonFile } from './json-file.ts';
import type { OwnFileOptions } from './settings-repository.ts';

const runDaysSchema = z.object({ schema: z.literal('run-days/1'), days: z.array(z.iso.date()) });
type RunDays = z.output<typeof runDaysSchema>;

/** The days on which this program ran, in `run-days.json` of the application's own folder: whether a clock is to be trusted. */
export interface RunDaysRepository {
  /** Records today; answers whether the clock has come here in a plausible way. */
  record(today: string): Promise<boolean>;
}

/** How many days are remembered. */
const remembered = 60;

export function createRunDaysRepository({ folder, ...options }: OwnFileOptions): RunDaysRepository {
  const file = createJsonFile<RunDays>({
    ...options,
    path: join(folder, 'run-days.json'),
    schema: runDaysSchema,
    defaults: { schema: 'run-days/1', days: [] },
  });
  return {
    record: async (today) => {
      const written = await file.change((stored) => ({ ...stored, days: withDay(stored.days, today) }));
      return written.ok && isPlausible(written.value.days);
    },
  };
}

const day = 24 * 60 * 60 * 1000;
/** Longest pause between two runs that says nothing about the clock, days. */
const longestPause = 7;
/** So many days, each soon after the one before, show that the clock goes as it should. */
const neededDays = 3;

/** Days after today were seen by a clock that was ahead, or today's is behind: from here on, trust begins anew. */
export function withDay(days: readonly string[], today: string): string[] {
  const before = days.some((other) => other > today) ? [] : days.filter((other) => other !== today);
  return [...before, today].slice(-remembered);
}

/** The latest days are three or more, none of them more than a week after the one before. */
export function isPlausible(days: readonly string[]): boolean {
  const latest = days.slice(-neededDays);
  return (
    latest.length === neededDays &&
    latest.every((date, index) => {
      const before = latest[index - 1];
      return before === undefined || Date.parse(date) - Date.parse(before) <= longestPause * day;
    })
  );
}
