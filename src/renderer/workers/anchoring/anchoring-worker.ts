import type { AnchoringRequest } from './anchoring-messages.ts';
import { createAnswerer } from './answer-anchoring.ts';

const answer = createAnswerer((response) => self.postMessage(response), { slice: 40, pace: 150 });
self.addEventListener('message', (event: MessageEvent<AnchoringRequest>) => answer(event.data));
