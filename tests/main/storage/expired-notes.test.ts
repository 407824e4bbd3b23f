import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doDailyWork } from '../../../src/main/daily-work.ts';
import { isPlausible, withDay } from '../../../src/main/storage/run-days.ts';
import { draft, idNumber, successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
const removedIds = async () => successOf(await notes.annotations.listRemoved(draft.document)).map(({ id }) => id);

/** The program runs on that day. */
async function runOn(date: string): Promise<void> {
  const noon = new Date(`${date}T04:00:00Z`);
  notes.storage.setClock(noon.getTime());
  expect((await doDailyWork(notes.storage, noon)).error).toBeUndefined();
}

async function removeOn(date: string): Promise<void> {
  notes.storage.setClock(Date.parse(`${date}T04:00:00Z`));
  const { id } = successOf(await notes.annotations.create({ ...draft, body: '删掉' }));
  successOf(await notes.annotations.create({ ...draft, body: '留着' }));
  successOf(await notes.annotations.remove(id));
}

describe('notes that have lain in the recycle bin for thirty days', () => {
  it('are deleted when the clock has come there day by day', async () => {
    await removeOn('2026-11-23');
    for (const date of ['2026-11-24', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-20']) await runOn(date);
    expect(await removedIds()).toEqual([idNumber(1)]);
    await runOn('2026-12-24');
    expect(await removedIds()).toEqual([]);
    expect((await notes.list()).annotations.map(({ body }) => body)).toEqual(['留着']);
  });

  it.each([
    ['in the first run ever', ['2026-12-31']],
    ['in the first run after a long pause', ['2026-11-23', '2026-11-24', '2026-11-25', '2026-12-31']],
    ['by a clock that is ten years ahead', ['2026-11-23', '2026-11-24', '2026-11-25', '2036-11-26', '2036-11-26']],
    ['by a clock that has gone back', ['2026-12-29', '2026-12-30', '2026-12-31', '2026-12-28']],
  ])('stay %s', async (_case, dates) => {
    const last = dates.at(-1) ?? '';
    for (const date of dates.slice(0, -1)) {
      await notes.storage.runDays.record(date);
    }
    await removeOn('2026-11-20');
    await runOn(last);
    expect(await removedIds()).toEqual([idNumber(1)]);
  });

  it('stay when no snapshot holds them as they are', async () => {
    await removeOn('2026-11-20');
    for (const date of ['2026-12-28', '2026-12-29', '2026-12-30']) await notes.storage.runDays.record(date);
    // The snapshot of today was made before, without the note.
    notes.storage.setClock(Date.parse('2026-12-31T01:00:00Z'));
    await runOn('2026-12-31');
    expect(await removedIds()).toEqual([]);

    await removeOn('2026-11-20');
    await rm(join(notes.root, '快照'), { recursive: true });
    const left = await removedIds();
    expect(left).toHaveLength(1);
    notes.storage.snapshots.take = async () => ({ ok: true, value: null });
    await runOn('2027-01-01');
    expect(await removedIds()).toEqual(left);
  });
});

describe('the record of days', () => {
  it.each([
    ['one day', ['2026-11-23'], false],
    ['three days in a row', ['2026-11-23', '2026-11-24', '2026-11-25'], true],
    ['a week between them', ['2026-11-23', '2026-11-30', '2026-12-07'], true],
    ['a long pause', ['2026-11-23', '2026-11-24', '2026-12-20'], false],
    ['some days after a long pause', ['2026-11-23', '2026-12-20', '2026-12-21', '2026-12-22'], true],
    ['a clock that went back', ['2036-11-23', '2036-11-24', '2036-11-25', '2026-11-26'], false],
    ['one day again and again', ['2026-11-23', '2026-11-23', '2026-11-23'], false],
  ])('%s', (_case, dates, expected) => {
    expect(isPlausible(dates.reduce<string[]>(withDay, []))).toBe(expected);
  });
});
