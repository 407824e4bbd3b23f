import { describe, expect, it } from 'vitest';
import { planFromText } from '#core/outline/plan-from-text';
import { answerComparison } from '../../../../src/renderer/workers/comparison/answer-comparison.ts';
import { type ComparisonPort, runComparison } from '../../../../src/renderer/workers/comparison/comparison-client.ts';
import type { ComparisonRequest } from '../../../../src/renderer/workers/comparison/comparison-messages.ts';

const request: ComparisonRequest = {
  left: planFromText('left', '一、总则\n立德树人。'),
  right: planFromText('right', '一、总则\n全面立德树人。'),
};

/** The worker's code on this side of the fence; `breaks`: it ends over the texts. */
class InProcessPort extends EventTarget implements ComparisonPort {
  ended = false;
  readonly #breaks: boolean;

  constructor(breaks = false) {
    super();
    this.#breaks = breaks;
  }

  postMessage(sent: ComparisonRequest): void {
    queueMicrotask(() => {
      if (this.ended) return;
      const event = this.#breaks
        ? new Event('error', { cancelable: true })
        : new MessageEvent('message', { data: structuredClone(answerComparison(structuredClone(sent))) });
      this.dispatchEvent(event);
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

describe('comparing in a worker', () => {
  it('answers pairs and the table, and ends the worker', async () => {
    const port = new InProcessPort();
    expect(await runComparison(port, request).outcome).toMatchObject({
      pairs: [{ left: '1', right: '1', kind: 'changed' }],
      requirements: [{ section: '1', answer: '1', match: 'found' }],
    });
    expect(port.ended).toBe(true);
  });

  it('says that it broke down', async () => {
    const port = new InProcessPort(true);
    expect(await runComparison(port, request).outcome).toBe('failed');
    expect(port.ended).toBe(true);
  });

  it('is stopped at once', async () => {
    const port = new InProcessPort();
    const run = runComparison(port, request);
    run.stop();
    expect(await run.outcome).toBeNull();
    expect(port.ended).toBe(true);
  });
});
