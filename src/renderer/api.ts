import type { Operations } from '#ipc/contract';
import type { EventPayloads } from '#ipc/events';

/** What the preload script offers: one function per operation, and one subscription per event. */
export type Api = Operations & {
  events: { [Name in keyof EventPayloads]: (listener: (payload: EventPayloads[Name]) => void) => () => void };
};

declare global {
  interface Window {
    readonly api: Api;
  }
}

/** The only use of `window.api`; everything else is given the API as an argument. */
export const api: Api = window.api;
