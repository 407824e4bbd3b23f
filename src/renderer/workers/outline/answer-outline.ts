import { applyCorrections } from '#core/outline/corrections';
import { planFromBlocks } from '#core/outline/parse-outline';
import { previewLines } from '#core/outline/preview-lines';
import type { TextBlock } from '#core/outline/text-block';
import type { OutlineRequest, OutlineResponse } from './outline-messages.ts';

/** The worker's part; it keeps the blocks of the one document that it was given. */
export function createOutlineAnswerer(answer: (response: OutlineResponse) => void): (request: OutlineRequest) => void {
  let loaded: readonly TextBlock[] = [];
  return (request) => {
    if (request.kind === 'load') {
      loaded = request.blocks;
      return;
    }
    const { blocks, unplaced } = applyCorrections(loaded, request.corrections);
    const plan = planFromBlocks(request.document, blocks);
    answer({ id: request.id, outlined: { plan, lines: previewLines(plan, blocks), unplaced } });
  };
}
