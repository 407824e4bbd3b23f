import { createPatternAnswerer } from './answer-pattern.ts';
import type { PatternRequest } from './search-messages.ts';

const answer = createPatternAnswerer((response) => self.postMessage(response));
self.addEventListener('message', (event: MessageEvent<PatternRequest>) => answer(event.data));
