import { answerComparison } from './answer-comparison.ts';
import type { ComparisonRequest } from './comparison-messages.ts';

self.addEventListener('message', (event: MessageEvent<ComparisonRequest>) =>
  self.postMessage(answerComparison(event.data)),
);
