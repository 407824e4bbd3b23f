import { describe, expect, test, vi } from 'vitest';
import { createPatternAnswerer } from '../../../../src/renderer/workers/search/answer-pattern.ts';
import { createPatternClient, type PatternPort } from '../../../../src/renderer/workers/search/pattern-client.ts';
import type { PatternRequest, PatternResponse } from '../../../../src/renderer/workers/search/search-messages.ts';
import { planOf } from '../../../core/search/plan-of.ts';

const plan = planOf('plan', ['1、目标', '入学率达到98%'], ['2、保障', '投入增长3%']);
const other = planOf('other', ['1、目标', '升学率60%']);
const notes = new Map([['plan', [{ id: 'a', body: '**98%**以上', quote: '', task: '', tags: ['2%'] }]]]);
const material = { documents: [plan, other], notes };

/** A worker on this side of the fence; it answers nothing while `isStuck`. */
class Port extends EventTarget implements PatternPort {
  isEnded = false;
  isStuck = false;
  readonly asked: PatternRequest[] = [];
  readonly #answer = createPatternAnswerer((response) => this.say(response));

  say(response: PatternResponse): void {
    const data = structuredClone(response);
    if (!this.isStuck || data.kind === 'begun') {
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
    }
  }

  postMessage(request: unknown): void {
    const copy = structuredClone(request) as PatternRequest;
    this.asked.push(copy);
    queueMicrotask(() => this.#answer(copy));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

function start({ asked = 20, overtaken = 20, stuck = 0 } = {}) {
  const ports: Port[] = [];
  const onFailed = vi.fn();
  const begin = () => {
    const port = new Port();
    port.isStuck = ports.length < stuck;
    ports.push(port);
    return port;
  };
  const client = createPatternClient(begin, onFailed, { asked, overtaken });
  client.load(material);
  return { client, ports, onFailed };
}

describe('regular expressions', () => {
  test('match texts and notes, of one document or of all', async () => {
    const { client, ports } = start();
    const all = await client.match('\\d+%', 'everything', {});
    expect(all).toMatchObject({
      ok: true,
      value: {
        complete: true,
        hits: [{ section: '1', count: 1, tier: 'pattern' }, { section: '2' }, { document: 'other' }],
        notes: { count: 1, listed: [{ id: 'a', excerpt: { body: [{ text: '98%', hit: true }, { text: '以上' }] } }] },
      },
    });
    const one = await client.match('\\d+%', 'text', { document: 'other' });
    expect(one).toMatchObject({ value: { hits: [{ document: 'other' }], notes: { count: 0 } } });
    expect(await client.match('^2', 'tags', {})).toMatchObject({ value: { hits: [], notes: { count: 1 } } });
    expect(ports).toHaveLength(1);
  });

  test('that are none say so, also where no text is searched', async () => {
    const { client } = start();
    for (const parts of ['text', 'notes'] as const) {
      expect(await client.match('(', parts, {})).toEqual({ ok: false, error: 'invalid' });
    }
  });

  test('that take too long are ended; the next one gets a new worker with everything in it', async () => {
    const { client, ports } = start({ stuck: 1 });
    expect(await client.match('(a+)+$', 'text', {})).toEqual({ ok: false, error: 'too-slow' });
    expect(ports[0]?.isEnded).toBe(true);
    expect(await client.match('98%', 'everything', {})).toMatchObject({ value: { notes: { count: 1 } } });
    expect(ports).toHaveLength(2);
    expect(ports[1]?.isEnded).toBe(false);
  });

  test('are answered the latest only, whatever an older one does', async () => {
    const { client, ports } = start({ asked: 60_000, stuck: 1 });
    const older = client.match('(a+)+$', 'text', {});
    const newer = client.match('98%', 'text', {});
    expect(await older).toBeUndefined();
    expect(await newer).toMatchObject({ value: { hits: [{ section: '1' }] } });
    expect(ports.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  test('typed faster than they are answered do not end the worker, which gets each text once', async () => {
    const { client, ports } = start({ asked: 60_000, overtaken: 60_000 });
    const answers = ['9', '98', '98%'].map((expression) => client.match(expression, 'everything', {}));
    expect((await Promise.all(answers)).map((answer) => answer !== undefined)).toEqual([false, false, true]);
    await client.match('98%', 'everything', {});
    expect(ports).toHaveLength(1);
    const kinds = ports[0]?.asked.map(({ kind }) => kind);
    expect(kinds).toEqual(['load', 'notes', 'match', 'match', 'match']);
  });

  test('get the texts that they are about, and the others when those are asked for', async () => {
    const { client, ports } = start();
    const loaded = () => ports[0]?.asked.flatMap((request) => (request.kind === 'load' ? [request] : []));
    await client.match('98%', 'text', { document: 'plan' });
    expect(loaded()).toMatchObject([{ documents: [{ id: 'plan' }], kept: [] }]);
    await client.match('60%', 'notes', {});
    expect(loaded()).toHaveLength(1);
    expect(await client.match('\\d%', 'everything', {})).toMatchObject({ value: { tallies: [{}, {}] } });
    expect(loaded()?.[1]).toMatchObject({ documents: [{ id: 'other' }], kept: ['plan'] });
    await client.match('98%', 'text', { document: 'plan' });
    expect(loaded()).toHaveLength(2);
  });

  test('a worker that breaks down is told, and the next question gets a new one', async () => {
    const { client, ports, onFailed } = start({ asked: 60_000, stuck: 1 });
    const answer = client.match('98%', 'text', {});
    ports[0]?.dispatchEvent(new Event('error'));
    expect(await answer).toBeUndefined();
    expect(onFailed).toHaveBeenCalledOnce();
    expect(await client.match('98%', 'text', {})).toMatchObject({ ok: true });
  });
});
