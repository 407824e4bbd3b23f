import { setImmediate as pause } from 'node:timers/promises';

/** How long work may keep the main process, and with it every window, from anything else, in ms. */
const slice = 12;

/** Does `work` with each item and lets everything else go on in between. Stops early when `signal` aborts. */
export async function inSlices<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
  signal: AbortSignal,
): Promise<void> {
  let begun = performance.now();
  for (const item of items) {
    if (signal.aborted) return;
    work(item);
    if (performance.now() - begun < slice) continue;
    await pause();
    begun = performance.now();
  }
}
