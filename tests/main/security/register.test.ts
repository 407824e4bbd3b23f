import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { success } from '#core/text/result';
import { contract, type Handlers } from '#ipc/contract';
import { operationNames } from '#ipc/operations';
import { draft, idNumber } from '../storage/storage-set.ts';

type Listener = (event: unknown, input: unknown) => Promise<unknown>;

const electron = vi.hoisted(() => ({ listeners: new Map<string, unknown>() }));
vi.mock('electron', () => ({
  ipcMain: { handle: (name: string, listener: unknown) => electron.listeners.set(name, listener) },
}));

const { registerOperations } = await import('../../../src/main/ipc/register.ts');

const trusted = { from: 'the page' };
let calls: { name: string; input: unknown }[];
let answer: () => Promise<unknown>;

beforeEach(() => {
  electron.listeners.clear();
  calls = [];
  answer = async () => success(null);
  const handlers = Object.fromEntries(
    operationNames.map((name) => [
      name,
      (input: unknown) => {
        calls.push({ name, input });
        return answer();
      },
    ]),
  );
  registerOperations(handlers as unknown as Handlers, (event) => (event as unknown) === trusted);
});
afterEach(() => vi.restoreAllMocks());

function call(name: string, input: unknown, event: unknown = trusted): Promise<unknown> {
  const listener = electron.listeners.get(name) as Listener | undefined;
  if (listener === undefined) throw new Error(`nobody listens to ${name}`);
  return listener(event, input);
}

const refused = { ok: false, error: { code: 'invalid-input', detail: expect.any(String) } };

test('listens to every operation of the contract and to nothing else', () => {
  expect([...electron.listeners.keys()].sort()).toEqual([...operationNames].sort());
});

test.each(operationNames)('%s is refused to a frame that is not trusted, whatever it sends', async (name) => {
  for (const input of [null, {}, { document: 'a' }, { url: 'https://example.cn' }]) {
    expect(await call(name, input, { from: 'a frame in the page' })).toEqual(refused);
  }
  expect(calls).toEqual([]);
});

test('a handler gets what the contract lets through', async () => {
  expect(await call('links.open', { url: 'https://example.cn' })).toEqual(success(null));
  expect(calls).toEqual([{ name: 'links.open', input: { url: 'https://example.cn' } }]);
});

describe('too much of something', () => {
  const id = idNumber(1);
  const passage = (length: number) => ({ ...draft, target: { ...draft.target, exact: '字'.repeat(length) } });
  const tags = (count: number) => Array.from({ length: count }, (_, index) => `标签${index}`);

  test.each<[name: string, operation: string, input: unknown]>([
    ['a note', 'annotations.change', { id, change: { body: '字'.repeat(400_001) }, base: {} }],
    ['tags', 'annotations.change', { id, change: { tags: tags(101) }, base: {} }],
    ['a tag', 'annotations.change', { id, change: { tags: ['字'.repeat(61)] }, base: {} }],
    ['a new note', 'annotations.create', { ...draft, body: '字'.repeat(400_001) }],
    ['a passage', 'annotations.create', passage(20_001)],
    ['a passage longer than any that is read', 'annotations.create', passage(200_001)],
  ])('is said to be that: %s', async (_name, operation, input) => {
    expect(await call(operation, input)).toMatchObject({ ok: false, error: { code: 'too-long' } });
    expect(calls).toEqual([]);
  });

  test.each<[name: string, operation: string, input: unknown]>([
    ['beside something that is not allowed', 'annotations.create', { ...passage(20_001), path: '/etc/passwd' }],
    ['where only a defective page sends it', 'links.open', { url: 'x'.repeat(2001) }],
  ])('is no excuse: %s', async (_name, operation, input) => {
    expect(await call(operation, input)).toEqual(refused);
  });

  test('the most is accepted', async () => {
    expect(await call('annotations.create', { ...passage(20_000), tags: tags(100) })).toEqual(success(null));
    expect(await call('annotations.change', { id, change: { body: '字'.repeat(400_000) }, base: {} })).toEqual(
      success(null),
    );
  });
});

describe('an exception becomes an error', () => {
  const internal = (detail: string) => ({ ok: false, error: { code: 'internal', detail } });

  test.each([
    ['an Error', new Error('broken'), 'broken'],
    ['a text', 'broken', 'broken'],
    ['nothing', undefined, 'undefined'],
  ])('when a handler throws %s', async (_name, thrown, detail) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    answer = () => Promise.reject(thrown);
    expect(await call('viewState.read', null)).toEqual(internal(detail));
    expect(log).toHaveBeenCalledOnce();
  });

  test('when the input itself throws', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const trap = {
      get url(): string {
        throw new Error('trap');
      },
    };
    expect(await call('links.open', trap)).toEqual(internal('trap'));
  });
});

test('whatever is sent, the answer is a result, and a handler sees only what fits the contract', async () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
    withSparseArray: true,
    withUnicodeString: true,
  });
  const input = fc.oneof(
    anything,
    fc.record(
      {
        id: anything,
        document: anything,
        url: anything,
        text: anything,
        change: anything,
        report: anything,
        unsaved: anything,
        ['__proto__']: anything,
      },
      { requiredKeys: [] },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...operationNames), input, async (name, sent) => {
      calls = [];
      const fits = contract[name].input.safeParse(sent).success;
      expect(await call(name, sent)).toEqual(fits ? success(null) : refused);
      expect(calls.length).toBe(fits ? 1 : 0);
    }),
    { numRuns: 2000 },
  );
});
