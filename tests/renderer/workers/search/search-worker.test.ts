import { describe, expect, test, vi } from 'vitest';
import { createAnswerer } from '../../../../src/renderer/workers/search/answer-search.ts';
import { createSearchClient } from '../../../../src/renderer/workers/search/search-client.ts';
import type { SearchRequest, SearchResponse } from '../../../../src/renderer/workers/search/search-messages.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';
import { planOf } from '../../../core/search/plan-of.ts';
import { InProcessPort } from './in-process-port.ts';

const small = planOf('small', ['1、督导', '健全督导机构'], ['2、减轻负担', '作业']);

describe('the worker', () => {
  test('answers at once, and says when its index is ready', async () => {
    const said: SearchResponse[] = [];
    const ask = createAnswerer((response) => said.push(response));
    ask({ kind: 'load', documents: [bundledPlan], kept: [] });
    ask({ kind: 'search', id: 1, query: '劳动教育', within: 'everything', options: {} });
    ask({ kind: 'find', id: 2, document: bundledPlan.id, query: '劳动教育' });
    expect(said).toMatchObject([
      { kind: 'found', id: 1, findings: { texts: { hits: [{ number: '二（五）', count: 2 }] }, notes: { count: 0 } } },
      { kind: 'places', id: 2, places: { length: 4 } },
    ]);
    await vi.waitFor(() => expect(said.at(-1)).toEqual({ kind: 'ordered' }));
    ask({ kind: 'search', id: 3, query: '如何减轻学生作业负担', within: 'everything', options: {} });
    expect(said.at(-1)).toMatchObject({
      kind: 'found',
      id: 3,
      findings: { texts: { hits: [{ number: '二（二）', tier: 'related' }] } },
    });
  });

  test('searches what was loaded last', async () => {
    const said: SearchResponse[] = [];
    const ask = createAnswerer((response) => said.push(response));
    ask({ kind: 'load', documents: [bundledPlan], kept: [] });
    ask({ kind: 'load', documents: [small], kept: [] });
    await vi.waitFor(() => expect(said).toEqual([{ kind: 'ordered' }]));
    ask({ kind: 'search', id: 1, query: '督导', within: 'everything', options: {} });
    ask({ kind: 'find', id: 2, document: bundledPlan.id, query: '督导' });
    expect(said.slice(1)).toMatchObject([
      { findings: { texts: { hits: [{ document: 'small', section: '1' }] } } },
      { kind: 'places', places: { length: 0 } },
    ]);
  });

  test('nothing loaded, nothing found', () => {
    const said: SearchResponse[] = [];
    createAnswerer((response) => said.push(response))({
      kind: 'search',
      id: 1,
      query: '督导',
      within: 'everything',
      options: {},
    });
    const notes = { listed: [], count: 0, taskCount: 0 };
    expect(said).toMatchObject([{ kind: 'found', id: 1, findings: { texts: { hits: [], tallies: [] }, notes } }]);
  });
});

describe('notes', () => {
  const note = (id: string, body: string, fields: { quote?: string; tags?: string[] } = {}) => {
    return { id, body, quote: '', task: '', tags: [], ...fields };
  };
  const notesAt = (asked: (ask: ReturnType<typeof createAnswerer>) => void) => {
    const said: SearchResponse[] = [];
    asked(createAnswerer((response) => said.push(response)));
    const last = said.at(-1);
    return last?.kind === 'found' ? { ...last.findings.texts, notes: last.findings.notes } : undefined;
  };
  const question = { kind: 'search', id: 1, within: 'everything', options: {} } as const;

  test('are found as they are read, and what is only written in them after that', () => {
    const findings = notesAt((ask) => {
      const notes = [note('link', '见[通知](https://example.org/督导)'), note('bold', '**督**导')];
      ask({ kind: 'notes', document: 'small', notes });
      ask({ ...question, query: '督导' });
    });
    expect(findings?.notes).toMatchObject({
      count: 2,
      listed: [
        { document: 'small', id: 'bold', tier: 'literal', excerpt: { body: [{ text: '督导', hit: true }] } },
        { id: 'link', tier: 'literal' },
      ],
    });
  });

  test('are those of one document where one is asked for; without the texts, or their tags alone', () => {
    const all = (ask: ReturnType<typeof createAnswerer>) => {
      ask({ kind: 'load', documents: [small], kept: [] });
      ask({ kind: 'notes', document: 'small', notes: [note('a', '督导', { tags: ['待办'] })] });
      ask({ kind: 'notes', document: 'other', notes: [note('b', '督导'), note('c', '', { tags: ['督导'] })] });
    };
    const asked = (extra: Partial<Extract<SearchRequest, { kind: 'search' }>>) =>
      notesAt((ask) => {
        all(ask);
        ask({ ...question, query: '督导', ...extra });
      });
    const ids = (findings: ReturnType<typeof notesAt>) => findings?.notes.listed.map(({ id }) => id);
    expect(ids(asked({}))).toEqual(['a', 'b', 'c']);
    expect(ids(asked({ options: { document: 'small' } }))).toEqual(['a']);
    expect(asked({ within: 'notes' })).toMatchObject({ hits: [], notes: { count: 3 } });
    expect(ids(asked({ within: 'tags' }))).toEqual(['c']);
  });

  test('that changed are searched as they are now', () => {
    const findings = notesAt((ask) => {
      ask({ kind: 'notes', document: 'small', notes: [note('a', '督导'), note('b', '督导')] });
      ask({ kind: 'notes', document: 'small', notes: [note('a', '作业')] });
      ask({ ...question, query: '督导' });
    });
    expect(findings?.notes.count).toBe(0);
  });
});

describe('the client', () => {
  const listeners = () => ({ onOrdered: vi.fn(), onFailed: vi.fn() });

  test('gives the answer', async () => {
    const heard = listeners();
    const client = createSearchClient(new InProcessPort(), heard);
    client.load({ documents: [small], notes: new Map() });
    expect(await client.find('small', '督导')).toHaveLength(2);
    expect(await client.search('督导', 'everything', {})).toMatchObject({ hits: [{ section: '1', count: 2 }] });
    await vi.waitFor(() => expect(heard.onOrdered).toHaveBeenCalledOnce());
  });

  test('sends notes once, and again when they have changed', async () => {
    const port = new InProcessPort();
    const post = vi.spyOn(port, 'postMessage');
    const client = createSearchClient(port, listeners());
    const notes = [{ id: 'a', body: '督导', quote: '', task: '', tags: [] }];
    client.load({ documents: [small], notes: new Map([['small', notes]]) });
    client.load({ documents: [small], notes: new Map([['small', [...notes]]]) });
    expect(post).toHaveBeenCalledTimes(2);
    expect(await client.search('督导', 'notes', {})).toMatchObject({ notes: { count: 1 } });
    client.load({ documents: [small], notes: new Map() });
    expect(await client.search('督导', 'notes', {})).toMatchObject({ notes: { count: 0 } });
  });

  test('answers only the latest question', async () => {
    const client = createSearchClient(new InProcessPort(), listeners());
    client.load({ documents: [small], notes: new Map() });
    const answers = await Promise.all([
      client.search('督', 'everything', {}),
      client.find('small', '督'),
      client.search('督导', 'everything', { locate: 0 }),
    ]);
    expect(answers).toMatchObject([undefined, undefined, { hits: [], tallies: [{ sections: 1, places: 2 }] }]);
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
