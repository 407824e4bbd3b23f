import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What the reader's program itself writes, as opposed to the engine below it, which keeps its caches in the profile. */
const ownFile = /\.(?:json|md|tmp|pdf)$/;
/** Written without being asked: whenever the page has been scrolled or resized, when a section was seen, and once a day. */
const viewState = /^(?:\.~)?(?:view-sta|read-sec|run-days)/;

/**
 * Every file of the program below a folder, with its bytes (as a hash) and the time of its last change: two equal trees mean
 * that nothing was written in between.
 */
export async function fileTree(folder: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
      const place = join(path, entry.name);
      if (entry.isDirectory()) await visit(place);
      if (!ownFile.test(entry.name) || viewState.test(entry.name)) continue;
      tree[relative(folder, place)] = await stateOf(place);
    }
  };
  await visit(folder);
  return tree;
}

async function stateOf(path: string): Promise<string> {
  const status = await lstat(path);
  const time = status.mtimeMs;
  if (status.isSymbolicLink()) return `link to ${await readlink(path)}, ${time}`;
  if (!status.isFile()) return 'not a file';
  return `${createHash('sha256')
    .update(await readFile(path))
    .digest('hex')}, ${time}`;
}

/** The paths in the tree of a data folder that are notes, or stand among them; texts are kept beside. */
export function amongNotes(tree: Record<string, string>): string[] {
  return Object.keys(tree).filter((path) => path.startsWith('笔记'));
}
