import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draftOf } from './note-drafts.ts';
import { createStorage, draft, successOf } from './storage-set.ts';

/**
 * Run as a program of its own on a disk of one megabyte, given as the argument: fills it with notes until it is full, then
 * works on. Prints what happened as JSON; the test compares it with what must happen.
 */
const [, , disk = '', command = ''] = process.argv;

const storage = createStorage(disk);
await mkdir(join(disk, 'application'), { recursive: true });
const list = async () => successOf(await storage.annotations.list(draft.document));
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }) =>
  result.ok ? 'ok' : result.error.code;

async function fill(): Promise<unknown> {
  const { document } = draft;
  const control = join(disk, 'control.txt');
  await writeFile(control, 'old');
  const acknowledged = new Map<string, string>();
  let refusal = 'ok';
  for (let number = 0; refusal === 'ok' && number < 1000; number += 1) {
    const body = `${number} ${'批注'.repeat(2000)}`;
    const created = await storage.annotations.create({ ...draft, body });
    refusal = codeOf(created);
    if (created.ok) acknowledged.set(created.value.id, body);
  }
  const [id = ''] = acknowledged.keys();
  const longer = await storage.annotations.change(id, { body: '更长'.repeat(60_000) });
  const drafts = [await storage.drafts.write(draftOf('字')), await storage.drafts.write(draftOf('长'.repeat(400_000)))];
  const [kept] = successOf(await storage.drafts.list(document));
  const settings = await storage.settings.change({ author: '长'.repeat(60) });
  const isControlWritten = await writeFile(control, '长'.repeat(400_000)).then(
    () => true,
    () => false,
  );
  const found = await list();
  const isKept = found.annotations.every((note) => acknowledged.get(note.id) === note.body);
  const removed = await storage.annotations.remove(id);
  return {
    refusal,
    longer: codeOf(longer),
    drafts: codeOf(drafts.at(-1) ?? { ok: true }),
    /** In memory, for the next page. */
    isDraftKept: kept?.body.length === 400_000,
    settings: codeOf(settings),
    removed: codeOf(removed),
    /** Plain writing, on the same full disk, destroys what was there. */
    isControlDamaged: !isControlWritten && (await readFile(control, 'utf8')) !== 'old',
    isFilled: acknowledged.size > 20,
    isKept: isKept && found.annotations.length === acknowledged.size && found.unreadable.length === 0,
  };
}

async function workReadOnly(): Promise<unknown> {
  const { annotations } = await list();
  const id = annotations[0]?.id ?? '';
  return {
    isReadable: annotations.length > 0,
    status: successOf(await storage.dataFolder.status()).state,
    create: codeOf(await storage.annotations.create(draft)),
    change: codeOf(await storage.annotations.change(id, { body: 'b' })),
    remove: codeOf(await storage.annotations.remove(id)),
    choose: codeOf(await storage.dataFolder.choose(join(disk, 'documents'))),
  };
}

process.stdout.write(JSON.stringify(command === 'fill' ? await fill() : await workReadOnly()));
