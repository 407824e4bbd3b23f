import type { SearchOptions } from '#core/search/index';
import { rangesOf } from '#core/search/place-list';
import type { TextRange } from '#core/text/code-points';
import { createLoader, type SearchMaterial } from './load-material.ts';
import { unpackAnswer } from './packed-answer.ts';
import type { Findings, SearchRequest, SearchResponse, SearchWithin } from './search-messages.ts';

/** Searching away from the page's thread. Only the latest question is answered; an older one gets `undefined`. */
export interface SearchClient {
  /** This is searched from now on; what the worker has already is not sent again. */
  load: (material: SearchMaterial) => void;
  find: (document: string, query: string) => Promise<TextRange[] | undefined>;
  search: (query: string, within: SearchWithin, options: SearchOptions) => Promise<Findings | undefined>;
}

/** What the client needs of a `Worker`. */
export type SearchPort = Pick<Worker, 'postMessage' | 'addEventListener'>;

export interface SearchListeners {
  /** The index is ready; asking again may give a better order. */
  onOrdered: () => void;
  /** The worker broke down; nothing will be answered any more. */
  onFailed: () => void;
}

export type StartSearch = (listeners: SearchListeners) => SearchClient;

export const startSearchWorker: StartSearch = (listeners) =>
  createSearchClient(
    new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module', name: 'search' }),
    listeners,
  );

export function createSearchClient(port: SearchPort, { onOrdered, onFailed }: SearchListeners): SearchClient {
  let lastId = 0;
  let waiting: { id: number; settle: (response: SearchResponse | undefined) => void } | undefined;

  const receive = (response: SearchResponse) => {
    if (response.kind === 'ordered') return onOrdered();
    if (response.id !== waiting?.id) return;
    waiting.settle(response);
    waiting = undefined;
  };
  const ask = (question: (id: number) => SearchRequest): Promise<SearchResponse | undefined> => {
    waiting?.settle(undefined);
    lastId += 1;
    const id = lastId;
    return new Promise((settle) => {
      waiting = { id, settle };
      port.postMessage(question(id));
    });
  };

  port.addEventListener('message', (event: MessageEvent<SearchResponse>) => receive(event.data));
  port.addEventListener('error', () => {
    waiting?.settle(undefined);
    waiting = undefined;
    onFailed();
  });
  return {
    load: createLoader((request) => port.postMessage(request)),
    find: async (document, query) => {
      const response = await ask((id) => ({ kind: 'find', id, document, query }));
      return response?.kind === 'places' ? rangesOf(response.places) : undefined;
    },
    search: async (query, within, options) => {
      const response = await ask((id) => ({ kind: 'search', id, query, within, options }));
      if (response?.kind !== 'found') return undefined;
      const { texts, notes } = response.findings;
      return { ...unpackAnswer(texts), notes };
    },
  };
}
