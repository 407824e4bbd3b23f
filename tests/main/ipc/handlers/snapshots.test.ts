import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '#core/plan/canonical-text';
import { snapshotHandlers } from '../../../../src/main/ipc/handlers/snapshots.ts';
import { hashOfPlan } from '../../../../src/main/storage/text-versions.ts';
import { secondVersion } from '../../../core/anchoring/second-version.ts';
import { draft, idNumber, successOf } from '../../storage/storage-set.ts';
import { StoredNotes } from '../../storage/stored-notes.ts';

const notes = StoredNotes.perTest();
const { document } = draft;
const hash = hashOfPlan(secondVersion);
const digits = hash.slice('sha256-'.length);
const versions = () => join(notes.root, '文档', document, 'versions');
const [asPlan, asText] = [`${digits}.json`, `${digits}.txt`];
const restore = (name: string) =>
  snapshotHandlers(notes.storage)['snapshots.restoreNote']({ name, id: idNumber(1), base: null });
const take = async () => successOf(await notes.storage.snapshots.take('before-restore'))?.name ?? '';

describe('a note that was deleted for good', () => {
  const preview = (name: string) => snapshotHandlers(notes.storage)['snapshots.preview']({ name });

  it('is offered by a snapshot that has it in its recycle bin, and comes back', async () => {
    successOf(await notes.annotations.create({ ...draft, body: '永久删除的' }));
    successOf(await notes.annotations.remove(idNumber(1)));
    const name = await take();
    expect(successOf(await preview(name)).changes).toEqual([]);
    successOf(await notes.annotations.purge([idNumber(1)]));
    expect(successOf(await preview(name))).toMatchObject({
      changes: [{ past: { body: '永久删除的' }, present: null, wasRemoved: true }],
      newer: 0,
      same: 0,
    });
    expect(successOf(await restore(name)).body).toBe('永久删除的');
    expect(successOf(await notes.annotations.list(document)).annotations).toMatchObject([{ body: '永久删除的' }]);
    expect(successOf(await preview(name)).changes).toEqual([]);
  });

  it('stays, though a computer that was away brings back the copy that was deleted later', async () => {
    successOf(await notes.annotations.create({ ...draft, body: '快照中的' }));
    const name = await take();
    for (const body of ['二', '三', '四']) successOf(await notes.annotations.change(idNumber(1), { body }));
    successOf(await notes.annotations.remove(idNumber(1)));
    const path = join(notes.root, (await notes.files()).find((file) => file.startsWith('回收站')) ?? '');
    const deleted = await readFile(path);
    successOf(await notes.annotations.purge([idNumber(1)]));
    successOf(await restore(name));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, deleted);
    expect(successOf(await notes.annotations.list(document)).annotations).toMatchObject([{ body: '快照中的' }]);
    expect(await notes.annotations.purge([idNumber(1)])).toMatchObject({ ok: false });
  });
});

describe('a note that is put back', () => {
  beforeEach(async () => {
    await mkdir(versions(), { recursive: true });
    await writeFile(join(versions(), asPlan), `${JSON.stringify(secondVersion)}\n`);
    await writeFile(join(versions(), asText), canonicalText(secondVersion));
    successOf(await notes.annotations.create({ ...draft, body: 'a', target: { ...draft.target, textHash: hash } }));
  });

  it('comes with the text that it refers to', async () => {
    const name = await take();
    await rm(versions(), { recursive: true });
    successOf(await restore(name));
    expect(await readFile(join(versions(), asText), 'utf8')).toBe(canonicalText(secondVersion));
    expect(successOf(await notes.storage.library.version(document, hash))).toEqual(secondVersion);
  });

  it('also from the plain text alone', async () => {
    await rm(join(versions(), asPlan));
    const name = await take();
    await rm(versions(), { recursive: true });
    successOf(await restore(name));
    expect(canonicalText(successOf(await notes.storage.library.version(document, hash)))).toBe(
      canonicalText(secondVersion),
    );
  });

  it('comes with its text also where that is there but damaged', async () => {
    const name = await take();
    for (const file of [asPlan, asText]) await writeFile(join(versions(), file), '');
    successOf(await restore(name));
    expect(await readFile(join(versions(), asText), 'utf8')).toBe(canonicalText(secondVersion));
    expect(successOf(await notes.storage.library.version(document, hash))).toEqual(secondVersion);
  });

  it('leaves a text alone that is there', async () => {
    const name = await take();
    await writeFile(join(versions(), asText), '另一个程序的字');
    successOf(await restore(name));
    expect(await readFile(join(versions(), asText), 'utf8')).toBe('另一个程序的字');
  });

  it.each<[string, () => Promise<void>]>([
    ['has no such text', () => rm(versions(), { recursive: true })],
    [
      'has another text under its name',
      () => writeFile(join(versions(), asPlan), '{}').then(() => rm(join(versions(), asText))),
    ],
  ])('is put back all the same where the snapshot %s', async (_name, change) => {
    await change();
    const name = await take();
    await rm(versions(), { recursive: true, force: true });
    expect(successOf(await restore(name)).body).toBe('a');
    expect((await notes.files()).filter((path) => path.startsWith('文档'))).toEqual([]);
  });
});
