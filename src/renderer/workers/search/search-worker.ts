import { createAnswerer } from './answer-search.ts';
import { transferred } from './packed-answer.ts';
import type { SearchRequest, SearchResponse } from './search-messages.ts';

const answer = createAnswerer((response) => self.postMessage(response, { transfer: numbersIn(response) }));
self.addEventListener('message', (event: MessageEvent<SearchRequest>) => answer(event.data));

function numbersIn(response: SearchResponse): Transferable[] {
  if (response.kind === 'found') return transferred(response.findings.texts);
  return response.kind === 'places' ? [response.places.buffer] : [];
}
