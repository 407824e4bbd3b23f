import { dataFolderNames } from '#core/annotation/label';
import type { PlanDocument } from '#core/plan/plan';
import type { FileSystem } from './file-system.ts';
import { maximumEntries, readSnapshotEntries, readSnapshotFile } from './snapshot-files.ts';
import { pathsOf, planOfFiles } from './text-versions.ts';
import { readZip } from './zip-file.ts';

/** Reads the texts that were kept when a snapshot was made. */
export type SnapshotTexts = (path: string, document: string, hash: string) => Promise<PlanDocument | undefined>;

/** The same as of notes, in bytes; no larger file is put into a snapshot. */
const limits = { entries: maximumEntries, total: 200_000_000 };
const maximumTextSize = 20_000_000;

/** Which files a snapshot holds is found out once: many notes may refer to a text that it does not have. */
export function createSnapshotTexts(fileSystem: FileSystem): SnapshotTexts {
  const names = new Map<string, ReadonlySet<string>>();
  const namesIn = async (path: string) => {
    const known = names.get(path);
    if (known !== undefined) return known;
    const entries = await readSnapshotEntries(fileSystem, path);
    const found = new Set(entries.ok ? entries.value.map(({ name }) => name.normalize('NFC')) : []);
    names.set(path, found);
    return found;
  };
  return async (path, document, hash) => {
    const { text, plan } = pathsOf(`${dataFolderNames.documents}/${document}`, hash);
    const [textName, planName] = [text, plan].map((name) => name.replaceAll('\\', '/'));
    const present = await namesIn(path);
    if (![textName, planName].some((name) => present.has(name ?? ''))) return undefined;
    const bytes = await readSnapshotFile(fileSystem, path);
    if (!bytes.ok) return undefined;
    const sizeOf = (name: string) =>
      [textName, planName].includes(name.normalize('NFC')) ? maximumTextSize : undefined;
    const files = await readZip(bytes.value, { ...limits, sizeOf });
    if (!files.ok) return undefined;
    const bytesOf = (wanted: string | undefined) =>
      files.value.find(({ name }) => name.normalize('NFC') === wanted)?.bytes;
    return planOfFiles(document, hash, { compiled: bytesOf(planName), text: async () => bytesOf(textName) });
  };
}
