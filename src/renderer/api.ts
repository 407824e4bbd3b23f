import type { Operations } from '#ipc/contract';
import type { EventPayloads } from '#ipc/events';
import { jsonAnswers } from '#ipc/json-answers';

/** What the page can ask for: one function per operation, and one subscription per event. */
export type Api = Operations & {
  events: { [Name in keyof EventPayloads]: (listener: (payload: EventPayloads[Name]) => void) => () => void };
};

declare global {
  interface Window {
    /** What the preload script offers; long texts come as JSON. */
    readonly api: Api;
  }
}

/** The only use of `window.api`; everything else is given the API as an argument. */
export const api: Api = withTexts(window.api);

function withTexts(bridge: Api): Api {
  const operations = bridge as unknown as Record<string, (input: unknown) => Promise<unknown>>;
  const reading = [...jsonAnswers].map((name) => [
    name,
    async (input: unknown) => {
      const answer = await operations[name]?.(input);
      return typeof answer === 'string' ? JSON.parse(answer) : answer;
    },
  ]);
  return { ...bridge, ...Object.fromEntries(reading) };
}
