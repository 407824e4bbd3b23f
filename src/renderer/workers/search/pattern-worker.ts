import { createPatternAnswerer } from './answer-pattern.ts';
import { transferred } from './packed-answer.ts';
import type { PatternRequest } from './search-messages.ts';

const answer = createPatternAnswerer((response) => {
  const result = response.kind === 'matched' ? response.result : undefined;
  self.postMessage(response, { transfer: result?.ok === true ? transferred(result.value.texts) : [] });
});
self.addEventListener('message', (event: MessageEvent<PatternRequest>) => answer(event.data));
