import { describe, expect, test, vi } from 'vitest';
import { createAnswerer } from '../../../../src/renderer/workers/search/answer-search.ts';
import { createSearchClient } from '../../../../src/renderer/workers/search/search-client.ts';
import type { SearchResponse } from '../../../../src/renderer/workers/search/search-messages.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';
import { planOf } from '../../../core/search/plan-of.ts';
import { InProcessPort } from './in-process-port.ts';

const small = planOf('small', ['1、督导', '健全督导机构'], ['2、减轻负担', '作业']);

describe('the worker', () => {
  test('answers at once, and says when its index is ready', async () => {
    const said: SearchResponse[] = [];
    const ask = createAnswerer((response) => said.push(response));
    ask({ kind: 'load', documents: [bundledPlan], kept: [] });
    ask({ kind: 'search', id: 1, query: '劳动教育', options: {} });
    ask({ kind: 'find', id: 2, document: bundledPlan.id, query: '劳动教育' });
    expect(said).toMatchObject([
      { kind: 'hits', id: 1, hits: [{ number: '二（五）', count: 2 }] },
      { kind: 'places', id: 2, ranges: [{}, {}] },
    ]);
    await vi.waitFor(() => expect(said.at(-1)).toEqual({ kind: 'ordered' }));
    ask({ kind: 'search', id: 3, query: '如何减轻学生作业负担', options: {} });
    expect(said.at(-1)).toMatchObject({ kind: 'hits', id: 3, hits: [{ number: '二（二）', tier: 'related' }] });
  });

  test('searches what was loaded last', async () => {
    const said: SearchResponse[] = [];
    const ask = createAnswerer((response) => said.push(response));
    ask({ kind: 'load', documents: [bundledPlan], kept: [] });
    ask({ kind: 'load', documents: [small], kept: [] });
    await vi.waitFor(() => expect(said).toEqual([{ kind: 'ordered' }]));
    ask({ kind: 'search', id: 1, query: '督导', options: {} });
    ask({ kind: 'find', id: 2, document: bundledPlan.id, query: '督导' });
    expect(said.slice(1)).toMatchObject([
      { hits: [{ document: 'small', section: '1' }] },
      { kind: 'places', ranges: [] },
    ]);
  });

  test('nothing loaded, nothing found', () => {
    const said: SearchResponse[] = [];
    createAnswerer((response) => said.push(response))({ kind: 'search', id: 1, query: '督导', options: {} });
    expect(said).toEqual([{ kind: 'hits', id: 1, hits: [] }]);
  });
});

describe('the client', () => {
  const listeners = () => ({ onOrdered: vi.fn(), onFailed: vi.fn() });

  test('gives the answer', async () => {
    const heard = listeners();
    const client = createSearchClient(new InProcessPort(), heard);
    client.load([small]);
    expect(await client.find('small', '督导')).toHaveLength(2);
    expect(await client.search('督导', {})).toMatchObject([{ section: '1', count: 2 }]);
    await vi.waitFor(() => expect(heard.onOrdered).toHaveBeenCalledOnce());
  });

  test('answers only the latest question', async () => {
    const client = createSearchClient(new InProcessPort(), listeners());
    client.load([small]);
    const answers = await Promise.all([
      client.search('督', {}),
      client.find('small', '督'),
      client.search('督导', { locate: 0 }),
    ]);
    expect(answers).toMatchObject([undefined, undefined, [{ section: '1', ranges: [] }]]);
  });

  test('a worker that breaks down is reported, and nobody waits for it', async () => {
    const heard = listeners();
    const port = new InProcessPort();
    const client = createSearchClient(port, heard);
    const answer = client.find('small', '督导');
    port.dispatchEvent(new Event('error'));
    expect(await answer).toBeUndefined();
    expect(heard.onFailed).toHaveBeenCalledOnce();
  });
});
