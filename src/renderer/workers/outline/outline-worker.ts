import { createOutlineAnswerer } from './answer-outline.ts';
import type { OutlineRequest } from './outline-messages.ts';

const answer = createOutlineAnswerer((response) => self.postMessage(response));

self.addEventListener('message', (event: MessageEvent<OutlineRequest>) => answer(event.data));
