import { describe, expect, it } from 'vitest';
import { toJsonLd } from '#core/interchange/to-jsonld';
import { answerImport } from '../../../../src/renderer/workers/interchange/answer-import.ts';
import { decodeText } from '../../../../src/renderer/workers/interchange/decode-text.ts';
import { type ImportPort, runImport } from '../../../../src/renderer/workers/interchange/import-client.ts';
import type { ImportRequest, ImportResponse } from '../../../../src/renderer/workers/interchange/import-messages.ts';
import { sampleAnnotation } from '../../../core/annotation/sample-annotation.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';

const text = toJsonLd([sampleAnnotation], { document: bundledPlan.id, label: bundledPlan.title });

function requestFor(content: string | Uint8Array): ImportRequest {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { bytes, plan: bundledPlan, present: { annotations: [], removed: [] }, now: '2026-11-25T20:00:00+08:00' };
}

/** The worker's code on this side of the fence; `breaks`: it ends over the file. */
class InProcessPort extends EventTarget implements ImportPort {
  ended = false;
  readonly #breaks: boolean;

  constructor(breaks = false) {
    super();
    this.#breaks = breaks;
  }

  postMessage(request: ImportRequest): void {
    const tell = (data: ImportResponse) => {
      if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
    };
    queueMicrotask(() => {
      if (this.#breaks) this.dispatchEvent(new Event('error'));
      else tell(answerImport(structuredClone(request), (done, total) => tell({ kind: 'progress', done, total })));
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

describe('reading a file in a worker', () => {
  it('answers the comparison, tells progress and ends the worker', async () => {
    const port = new InProcessPort();
    const seen: number[][] = [];
    const { outcome } = runImport(port, requestFor(text), (...progress) => seen.push(progress));
    expect(await outcome).toMatchObject({ ok: true, value: { items: [{ kind: 'new', incoming: sampleAnnotation }] } });
    expect(seen).toEqual([[0, 1]]);
    expect(port.ended).toBe(true);
  });

  it('can be stopped', async () => {
    const port = new InProcessPort();
    const run = runImport(port, requestFor(text), () => undefined);
    run.stop();
    expect(await run.outcome).toBeNull();
    expect(port.ended).toBe(true);
  });

  it('says so when the worker breaks down over the file', async () => {
    const port = new InProcessPort(true);
    expect(await runImport(port, requestFor(text), () => undefined).outcome).toEqual({ ok: false, error: 'failed' });
    expect(port.ended).toBe(true);
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['{"a":', 'truncated'],
    [text.slice(0, -40), 'truncated'],
    ['{"a" 1}', 'not-json'],
    ['今天开会', 'not-json'],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff, 0]), 'not-text'],
    ['{}', 'not-annotations'],
    ['[]', 'no-annotations'],
  ])('names what is wrong with a whole file: %j', (content, problem) => {
    expect(answerImport(requestFor(content), () => undefined)).toEqual({ kind: 'problem', problem });
  });
});

describe('the encoding of a file', () => {
  const words = '{"发展":"👩‍🏫"}';
  const utf16 = new Uint8Array(Buffer.from(words, 'utf16le'));
  const swapped = new Uint8Array(Buffer.from(words, 'utf16le').swap16());
  const gb18030 = new Uint8Array([0x7b, 0x22, 0xb7, 0xa2, 0xd5, 0xb9, 0x22, 0x7d]);
  it.each<[string, Uint8Array, string | undefined]>([
    ['UTF-8', new TextEncoder().encode(words), words],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${words}`), words],
    ['UTF-16 little endian', utf16, words],
    ['UTF-16 little endian with a mark', new Uint8Array([0xff, 0xfe, ...utf16]), words],
    ['UTF-16 big endian', swapped, words],
    ['UTF-16 big endian with a mark', new Uint8Array([0xfe, 0xff, ...swapped]), words],
    ['GB18030', gb18030, '{"发展"}'],
    ['UTF-8 with a mark and a broken character', new Uint8Array([0xef, 0xbb, 0xbf, 0xff]), undefined],
    ['nothing', new Uint8Array(), ''],
  ])('is found: %s', (_name, bytes, expected) => {
    expect(decodeText(bytes)).toBe(expected);
  });
});
