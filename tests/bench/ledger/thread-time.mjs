import { readFile, rm } from 'node:fs/promises';

/** What the marks of `watch.mjs` begin with. */
const prefix = 'ledger';

/**
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts microseconds
 * @property {number} [dur]
 * @property {number} [tdur] of the processor, whatever else the machine does meanwhile
 * @property {{ name?: string }} [args]
 */

/** @typedef {{ ts: number, dur: number, tdur: number }} Task */

/** @typedef {Map<string, Task[]>} Tasks what the thread of the page did, by the name of the act */

/**
 * Notes what the thread of the page does while `act` goes on.
 *
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {() => Promise<void>} act
 * @returns {Promise<Tasks>}
 */
export async function tasksOf(app, act) {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      included_categories: ['toplevel', 'blink.user_timing', '__metadata'],
      excluded_categories: ['*'],
    }),
  );
  await act();
  const file = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const page = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const { traceEvents } = /** @type {{ traceEvents: TraceEvent[] }} */ (JSON.parse(await readFile(file, 'utf8')));
  await rm(file);
  return sorted(traceEvents.filter(({ pid }) => pid === page));
}

/**
 * @param {TraceEvent[]} events of one process
 * @returns {Tasks}
 */
function sorted(events) {
  const thread = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')?.tid;
  const tasks = events.filter(({ tid, name, ph }) => tid === thread && ph === 'X' && name.endsWith('::RunTask'));
  /** @type {Tasks} */
  const found = new Map();
  /** @type {Map<string, number>} */
  const begun = new Map();
  const marks = events.filter(({ name }) => name.startsWith(`${prefix} `)).sort((left, right) => left.ts - right.ts);
  for (const { name, ts } of marks) {
    const [, edge, act = ''] = name.split(' ');
    const begin = begun.get(act);
    if (edge === 'begin') begun.set(act, ts);
    else if (begin !== undefined) found.set(act, within(tasks, begin, ts));
  }
  return found;
}

/**
 * @param {TraceEvent[]} tasks
 * @param {number} begin
 * @param {number} end
 * @returns {Task[]}
 */
function within(tasks, begin, end) {
  return tasks.flatMap(({ ts, dur = 0, tdur = 0 }) => (ts < end && ts + dur > begin ? [{ ts, dur, tdur }] : []));
}

/**
 * Milliseconds of the processor for all of it.
 *
 * @param {readonly Task[]} tasks
 */
export function sumOf(tasks) {
  return tasks.reduce((sum, { tdur }) => sum + tdur, 0) / 1000;
}

/**
 * Milliseconds of the processor for the longest.
 *
 * @param {readonly Task[]} tasks
 */
export function longestOf(tasks) {
  return Math.max(0, ...tasks.map(({ tdur }) => tdur)) / 1000;
}
