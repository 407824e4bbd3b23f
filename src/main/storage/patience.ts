import { errnoOf } from './storage-error.ts';

/** Resolves after so many milliseconds. */
export type Delay = (milliseconds: number) => Promise<unknown>;

/** Pauses between attempts, in ms, 2.5 s in all: on Windows, scanners and indexers hold a file for some moments. */
const pauses = [10, 20, 40, 80, 160, 320, 640, 1280];
const passing = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Tries again while another program seems to hold the file. */
export async function patiently(attempt: () => Promise<void>, delay: Delay): Promise<void> {
  for (const pause of pauses) {
    try {
      return await attempt();
    } catch (error) {
      if (!passing.has(errnoOf(error) ?? '')) throw error;
      await delay(pause);
    }
  }
  return attempt();
}
