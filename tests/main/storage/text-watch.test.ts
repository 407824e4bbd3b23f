import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nodeFileSystem } from '../../../src/main/storage/file-system.ts';
import { createFolderWatch, type FolderWatch } from '../../../src/main/storage/folder-watch.ts';
import { hashOfPlan } from '../../../src/main/storage/text-versions.ts';
import { createTextWatch } from '../../../src/main/storage/text-watch.ts';
import { secondVersion } from '../../core/anchoring/second-version.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { draft, successOf } from './storage-set.ts';
import { StoredNotes } from './stored-notes.ts';

const notes = StoredNotes.perTest();
/** What the reader may have to wait at most, ms; this machine may be busy with other tests. */
const soon = { timeout: 8000, interval: 20 };

let watch: FolderWatch | undefined;
let changedNotes: string[];
let changedTexts: string[];
let folderEvents: number;

function begin(): void {
  changedNotes = [];
  changedTexts = [];
  folderEvents = 0;
  watch = createFolderWatch({
    dataFolder: notes.storage.dataFolder,
    annotations: notes.annotations,
    library: notes.storage.library,
    fileSystem: nodeFileSystem,
    onNotes: (document) => changedNotes.push(document),
    onTexts: (document) => changedTexts.push(document),
    onFolder: () => {
      folderEvents += 1;
    },
    useReports: false,
  });
  watch.start();
}

beforeEach(async () => void successOf(await notes.annotations.create({ ...draft, body: 'a' })));
afterEach(() => watch?.stop());

describe('the texts of an open document', () => {
  const { document } = draft;
  const library = () => notes.storage.library;
  const folder = () => join(notes.root, '文档', document);
  const deliver = async (name: string, content: string) => {
    await mkdir(dirname(join(folder(), name)), { recursive: true });
    const temporary = join(notes.root, '.syncthing.delivery.tmp');
    await writeFile(temporary, content);
    await rename(temporary, join(folder(), name));
  };
  const textNews = (count: number) => vi.waitFor(() => expect(changedTexts).toHaveLength(count), soon);
  beforeEach(async () => void successOf(await library().open(document)));

  it('are said when another program brings, replaces or removes the one in use, each time once', async () => {
    begin();
    await deliver('plan.json', JSON.stringify(secondVersion));
    await textNews(1);
    expect(successOf(await library().open(document))).toEqual(secondVersion);
    await deliver('plan.json', '{');
    await textNews(2);
    await rm(join(folder(), 'plan.json'));
    await textNews(3);
    expect(successOf(await library().open(document))).toEqual(bundledPlan);
    expect(await library().look()).toEqual(new Map());
    expect(changedTexts).toEqual([document, document, document]);
    expect(changedNotes).toEqual([]);
  });

  it('are said when one more is kept', async () => {
    begin();
    await deliver('versions/0000000000000000.txt', '吉林市');
    await textNews(1);
  });

  it('are said though somebody else has read them meanwhile, such as an export', async () => {
    begin();
    await deliver('plan.json', JSON.stringify(secondVersion));
    expect(successOf(await library().read(document))).toEqual(secondVersion);
    successOf(await library().versions(document));
    await textNews(1);
  });

  it('are said where the text came after the page was given its own and before the first look', async () => {
    await deliver('plan.json', JSON.stringify(secondVersion));
    begin();
    await textNews(1);
  });

  it('are no news when they are written here, nor when the folder is pulled out and comes back', async () => {
    begin();
    successOf(await library().keep([hashOfPlan(bundledPlan)]));
    expect(await library().look()).toEqual(new Map());
    await deliver('plan.json', JSON.stringify(secondVersion));
    await library().open(document);
    successOf(await library().useVersion(document, hashOfPlan(bundledPlan)));
    expect(await library().look()).toEqual(new Map());
    await rename(notes.root, `${notes.root} away`);
    await vi.waitFor(() => expect(folderEvents).toBe(1), soon);
    await rename(`${notes.root} away`, notes.root);
    await vi.waitFor(() => expect(folderEvents).toBe(2), soon);
    expect(await library().look()).toEqual(new Map());
    expect(changedTexts).toEqual([]);
  });
});

describe('a text that comes in pieces', () => {
  it('is said when nothing more of it has come for a while, and once', async () => {
    let mark: string | undefined = 'a';
    let moment = 0;
    const said: string[] = [];
    const look = async () => new Map(mark === undefined ? [] : [['plan', mark]]);
    const texts = createTextWatch(
      { look },
      (document) => said.push(document),
      () => moment,
    );
    const at = async (time: number, present: string | undefined) => {
      moment = time;
      mark = present;
      await texts.run();
      return said.length;
    };
    expect(await at(0, 'a')).toBe(0);
    expect(await at(600, 'b')).toBe(0);
    expect(await at(1200, 'b')).toBe(0);
    expect(await at(1600, 'b')).toBe(1);
    expect(await at(9000, 'b')).toBe(1);
    // As it was, and changed again.
    expect(await at(9100, undefined)).toBe(1);
    expect(await at(9200, 'b')).toBe(1);
    expect(await at(10_200, 'b')).toBe(2);
  });
});
