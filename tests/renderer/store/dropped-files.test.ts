import { expect, it } from 'vitest';
import type { Api } from '../../../src/renderer/api.ts';
import type { AppState } from '../../../src/renderer/store/app-store.ts';
import { type DroppedFile, droppedFiles } from '../../../src/renderer/store/dropped-files.ts';
import type { ImportRun } from '../../../src/renderer/store/import-run.ts';

const files = (...names: string[]): DroppedFile[] => names.map((name) => new File(['一、总则'], name));

function setUp() {
  const begun: (string | null)[] = [];
  let state = { importQueue: null, documentImport: null, notify: () => undefined } as unknown as AppState;
  const set = (part: Partial<AppState>) => {
    state = { ...state, ...part };
  };
  const run = {
    read: async (_ask: unknown, fileName: string | null) => {
      begun.push(fileName);
      set({ documentImport: { stage: 'reading', fileName, done: 0, total: 0 } });
    },
  } as unknown as ImportRun;
  const dropped = droppedFiles(run, { api: {} as Api, set, get: () => state });
  /** The document that is under way is kept or left. */
  const end = () => {
    set({ documentImport: null });
    return dropped.importNext();
  };
  return { dropped, begun, end, queue: () => state.importQueue };
}

it('each is kept or left before the next one is read', async () => {
  const { dropped, begun, end, queue } = setUp();
  await dropped.importDropped(files('甲', '乙', '丙'));
  expect([begun, queue()]).toEqual([['甲'], { at: 1, total: 3 }]);
  await dropped.importNext();
  expect(begun, 'the first is still under way').toEqual(['甲']);
  await end();
  expect([begun, queue()]).toEqual([['甲', '乙'], { at: 2, total: 3 }]);
  await end();
  await end();
  expect([begun, queue()]).toEqual([['甲', '乙', '丙'], null]);
});

it('one alone is not counted, and what comes while it is under way waits for the reader', async () => {
  const { dropped, begun, queue } = setUp();
  await dropped.importDropped(files('甲'));
  await dropped.importDropped(files('乙', '丙'));
  expect([begun, queue()]).toEqual([['甲'], null]);
});

it('the others can be left', async () => {
  const { dropped, begun, end, queue } = setUp();
  await dropped.importDropped(files('甲', '乙', '丙'));
  dropped.dropQueue();
  await end();
  expect([begun, queue()]).toEqual([['甲'], null]);
});
