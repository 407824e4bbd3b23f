import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { applyChange, changeableContent } from '#core/annotation/apply-change';
import { mergeCopies } from '#core/annotation/merge-copies';
import { newTask } from '#core/annotation/task';
import { taskState } from '#core/annotation/task-record';
import { draft, successOf } from './storage-set.ts';
import { pathOf, StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();

const incoming: Annotation = {
  ...draft,
  id: '01M84B9PR0644CCAMGF5S6AR97',
  created: '2026-10-01T09:20:00+08:00',
  modified: '2026-10-02T09:20:00+08:00',
  author: '李老师',
  device: 'PC-B',
  rev: 7,
  motivation: 'commenting',
  body: '同事的话',
};

async function listed(): Promise<Annotation[]> {
  return successOf(await notes.storage.annotations.list(draft.document)).annotations;
}

describe('adopting an annotation from a file', () => {
  it('makes a note with the very id, revision, times and author', async () => {
    const { annotations } = notes.storage;
    expect(successOf(await annotations.adopt(incoming, null))).toEqual(incoming);
    expect(await listed()).toEqual([incoming]);
    expect(await notes.files()).toEqual([
      `笔记/${draft.documentTitle} [${draft.document}]/2026-10/01M84B9PR0644CCAMGF5S6AR97.md`,
    ]);
  });

  it('writes nothing where the reader saw none and there is one, here or in the recycle bin', async () => {
    const { annotations } = notes.storage;
    const { id } = successOf(await annotations.create(draft));
    expect(await annotations.adopt({ ...incoming, id }, null)).toMatchObject({ error: { code: 'changed-elsewhere' } });
    expect(await notes.files()).toEqual([pathOf(1)]);
    successOf(await annotations.remove(id));
    expect(await annotations.adopt({ ...incoming, id }, null)).toMatchObject({ error: { code: 'changed-elsewhere' } });
    expect(await notes.files()).toEqual([pathOf(1, '回收站')]);
  });

  it('replaces what the reader saw, but not what the note is on, nor what only other programs know', async () => {
    const { annotations } = notes.storage;
    const ours = successOf(await annotations.create(draft));
    const path = pathOf(1);
    await notes.edit(path, (text) => text.replace('decoy: 0\n', 'decoy: 0\nowner: "李"\n'));
    await listed();
    const wanted = { ...incoming, id: ours.id, target: { ...draft.target, exact: '假' }, author: '假' };
    const { motivation, body, rev, modified, device } = incoming;
    expect(successOf(await annotations.adopt(wanted, ours))).toEqual({
      ...ours,
      motivation,
      body,
      rev,
      modified,
      device,
    });
    expect(await notes.text(path)).toContain('owner: "李"');
  });

  it('writes nothing when the note has changed since, or is gone, or would get an older revision', async () => {
    const { annotations } = notes.storage;
    const ours = successOf(await annotations.create(draft));
    const path = pathOf(1);
    const wanted = { ...incoming, id: ours.id };
    await notes.edit(path, (text) => text.replace('label: "重点"', 'label: "数据"'));
    const before = await notes.text(path);
    expect(await annotations.adopt(wanted, ours)).toMatchObject({ error: { code: 'changed-elsewhere' } });
    await listed();
    expect(await annotations.adopt(wanted, { ...ours, rev: 9 })).toMatchObject({
      error: { code: 'changed-elsewhere' },
    });
    expect(await annotations.adopt({ ...wanted, document: 'other' }, ours)).toMatchObject({ ok: false });
    expect(await annotations.adopt(incoming, ours)).toMatchObject({ error: { code: 'not-found' } });
    expect(await notes.text(path)).toEqual(before);
    expect(await notes.files()).toEqual([path]);
  });

  it('brings a note back from the recycle bin', async () => {
    const { annotations } = notes.storage;
    const { id } = successOf(await annotations.create(draft));
    const removed = successOf(await annotations.remove(id));
    const rev = removed.rev + 1;
    expect(successOf(await annotations.adopt({ ...incoming, id, rev }, removed))).toMatchObject({
      body: '同事的话',
      rev,
    });
    expect((await listed()).map((note) => note.id)).toEqual([id]);
    expect(await notes.files()).toEqual([pathOf(1)]);
  });

  it('takes over a task that was taken out of the ledger, so that it is known here as well', async () => {
    const { annotations } = notes.storage;
    const ours = successOf(await annotations.create({ ...draft, task: newTask }));
    const theirs = applyChange(ours, { task: null }, { modified: incoming.modified, device: 'PC-B' });
    const taken = successOf(await annotations.adopt({ ...theirs, rev: 7 }, ours));
    expect(taken).not.toHaveProperty('task');
    expect(taken.taskRecord).toEqual({ past: [], removed: [taskState(newTask)] });
    expect(await notes.text(pathOf(1))).toContain(`\ntaskRemoved: "${taskState(newTask)}"\n`);
  });

  it('and one that is restored from a snapshot is a task again, whatever old copies come', async () => {
    const { annotations } = notes.storage;
    const past = successOf(await annotations.create({ ...draft, task: newTask }));
    const removed = successOf(await annotations.change(past.id, { task: null }, { task: newTask }));
    const restored = successOf(await annotations.putBack({ annotation: past, extra: [] }, changeableContent(removed)));
    expect(restored).toMatchObject({ task: newTask, taskRecord: removed.taskRecord });
    const file = (annotation: Annotation) => ({ annotation, extra: [] });
    expect(mergeCopies([file(removed), file(past), file(restored)]).annotation.task).toEqual(newTask);
    expect(mergeCopies([file(removed), file(past)]).annotation).not.toHaveProperty('task');
  });
});
