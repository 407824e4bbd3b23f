import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keptSnapshots,
  parseSnapshotName,
  type SnapshotName,
  type SnapshotReason,
  snapshotName,
  snapshotsToPrune,
} from '#core/annotation/snapshot-name';

const reasons: SnapshotReason[] = ['daily', 'before-migration', 'before-restore', 'before-purge', 'before-import'];

function named(name: string): SnapshotName {
  const parsed = parseSnapshotName(name);
  if (parsed === undefined) throw new Error(name);
  return parsed;
}

/** Daily snapshots of so many days up to a day. */
function daily(last: string, count: number): SnapshotName[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(last) - (count - 1 - index) * 86_400_000);
    return named(`${day.toISOString().slice(0, 10)}.zip`);
  });
}

describe('names of snapshots', () => {
  it('say day, reason and number, and are read back', () => {
    expect(snapshotName('2026-11-23', 'daily')).toBe('2026-11-23.zip');
    expect(snapshotName('2026-11-23', 'before-restore')).toBe('2026-11-23 恢复前.zip');
    expect(snapshotName('2026-11-23', 'before-migration', 2)).toBe('2026-11-23 迁移前 (2).zip');
    fc.assert(
      fc.property(fc.constantFrom(...reasons), fc.integer({ min: 1, max: 9999 }), (reason, wanted) => {
        const number = reason === 'daily' ? 1 : wanted;
        const name = snapshotName('2026-11-23', reason, number);
        expect(parseSnapshotName(name)).toEqual({ name, date: '2026-11-23', reason, number });
      }),
    );
  });

  it.each([
    '2026-11-23.sync-conflict-20261123-142213-6UHTXYA.zip',
    '2026-11-23 (冲突副本).zip',
    '.~2026-11-.0a1b2c3d.tmp',
    '2026-11-23.zip.part',
    '.syncthing.2026-11-23.zip.tmp',
    '../2026-11-23.zip',
    '2026-11-23 别的.zip',
    '新建文件夹.zip',
    '',
  ])('%s is no snapshot', (name) => expect(parseSnapshotName(name)).toBeUndefined());
});

describe('pruning', () => {
  it('keeps thirty: the oldest goes when the thirty-first comes', () => {
    const all = daily('2026-11-23', 31);
    expect(snapshotsToPrune(all.slice(1), named('2026-11-23.zip'))).toEqual([]);
    expect(snapshotsToPrune(all, named('2026-11-23.zip'))).toEqual(['2026-10-24.zip']);
  });

  it('takes away nothing wrongly when the clock is 400 days behind, for weeks', () => {
    let snapshots = daily('2026-11-23', keptSnapshots);
    for (const made of daily('2025-11-08', 20)) {
      snapshots = [...snapshots, made];
      expect(snapshotsToPrune(snapshots, made)).toEqual([]);
    }
  });

  it('takes away one old one when the clock is ten years ahead for a day, and none when it is right again', () => {
    const ahead = named('2036-11-23.zip');
    const all = [...daily('2026-11-23', keptSnapshots), ahead];
    expect(snapshotsToPrune(all, ahead)).toEqual(['2026-10-25.zip']);
    const right = named('2026-11-24.zip');
    const left = all.filter(({ name }) => name !== '2026-10-25.zip');
    expect(snapshotsToPrune([...left, right], right)).toEqual([]);
  });

  it('never takes the one just made nor more than two, and counts daily ones and others apart', () => {
    const all = daily('2026-11-23', 90);
    const made = named('2026-11-23.zip');
    expect(snapshotsToPrune(all, made)).toHaveLength(2);
    const others = Array.from({ length: 40 }, (_, index) => named(`2026-11-23 恢复前 (${index + 2}).zip`));
    expect(snapshotsToPrune([...others, ...daily('2026-11-23', 30)], made)).toEqual([]);
    const first = named('2026-11-23 恢复前 (2).zip');
    expect(snapshotsToPrune([...others], first)).not.toContain(first.name);
  });
});
