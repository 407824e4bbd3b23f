import type { PlanDocument } from '#core/plan/plan';
import { textHash } from '#core/plan/text-hash';

/** Resolves in a task of its own, so that the window answers before what comes next. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Works out of a text that has just been read what takes a while of a long one; showing it is another task. */
export async function prepareText(plan: PlanDocument): Promise<void> {
  await nextTask();
  textHash(plan);
  await nextTask();
}
