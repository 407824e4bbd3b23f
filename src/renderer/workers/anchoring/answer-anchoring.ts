import { type Anchoring, anchorSelectors } from '#core/anchoring/anchor';
import type { PlanDocument } from '#core/plan/plan';
import type { AnchoringRequest, AnchoringResponse } from './anchoring-messages.ts';

export interface AnswererOptions {
  /** Milliseconds of looking between two glances at what came in meanwhile. */
  slice: number;
  /** At least so many milliseconds lie between two portions of an answer: each makes the page paint. */
  pace: number;
}

/** The worker's part of the conversation; it runs in the page as well, in small slices, should the worker break down. */
export function createAnswerer(
  answer: (response: AnchoringResponse) => void,
  { slice, pace }: AnswererOptions,
): (request: AnchoringRequest) => void {
  let plan: PlanDocument | undefined;
  let latest = 0;

  const locate = ({ id, passages }: Extract<AnchoringRequest, { kind: 'locate' }>, text: PlanDocument) => {
    let from = 0;
    let found: Anchoring[] = [];
    let answered = performance.now();
    const look = () => {
      if (id !== latest) return;
      const until = performance.now() + slice;
      do {
        const passage = passages[from + found.length];
        if (passage !== undefined) found.push(anchorSelectors(text, passage));
      } while (from + found.length < passages.length && performance.now() < until);
      const isDone = from + found.length === passages.length;
      if (isDone || performance.now() - answered >= pace) {
        answer({ id, from, anchorings: found });
        from += found.length;
        found = [];
        answered = performance.now();
      }
      if (!isDone) setTimeout(look);
    };
    look();
  };

  return (request) => {
    if (request.kind === 'load') {
      plan = request.plan;
      return;
    }
    latest = request.id;
    if (plan !== undefined) locate(request, plan);
  };
}
