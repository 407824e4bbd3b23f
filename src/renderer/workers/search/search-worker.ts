import { createAnswerer } from './answer-search.ts';
import type { SearchRequest } from './search-messages.ts';

const answer = createAnswerer((response) => self.postMessage(response));
self.addEventListener('message', (event: MessageEvent<SearchRequest>) => answer(event.data));
