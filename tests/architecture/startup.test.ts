import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/command.mjs';

const aliases: Record<string, string> = { '#core/': 'src/core/', '#ipc/': 'src/ipc/', '#messages/': 'src/messages/' };

/** Every module of ours that is loaded with this one: what is only a type, or imported when it is wanted, is not. */
function loadedWith(entry: string): Set<string> {
  const found = new Set<string>();
  const open = [join(root, entry)];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path) || !existsSync(path)) continue;
    found.add(path);
    const source = readFileSync(path, 'utf8');
    for (const [, names = '', from = ''] of source.matchAll(/^(?:import|export)\s+([^;]*?)\s*from '([^']+)';/gms)) {
      if (!isOnlyTypes(names)) open.push(pathOf(from, dirname(path)));
    }
  }
  return new Set([...found].map((path) => relative(root, path)));
}

function isOnlyTypes(names: string): boolean {
  if (names.startsWith('type ')) return true;
  const listed = /^\{([^}]*)\}$/s
    .exec(names)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return listed?.every((name) => name === '' || name.startsWith('type ')) ?? false;
}

function pathOf(from: string, folder: string): string {
  const alias = Object.keys(aliases).find((prefix) => from.startsWith(prefix));
  if (alias !== undefined) return join(root, `${aliases[alias]}${from.slice(alias.length)}.ts`);
  return resolve(folder, from);
}

const slow =
  /^src\/(core\/(markdown\/|report\/(to-html|report-content|to-markdown)\.ts)|main\/export\/(docx\/|xlsx\/|make-file|write-report|department-files))/;

test('starting loads no Markdown and none of what writes reports', () => {
  const loaded = [...loadedWith('src/main/index.ts')];
  expect(loaded).toContain('src/main/ipc/handlers/export.ts');
  expect(loaded).toContain('src/main/export/make-in-thread.ts');
  expect(loaded.filter((path) => slow.test(path))).toEqual([]);
});

test('control: the way is followed through aliases and files beside each other', () => {
  const loaded = [...loadedWith('src/main/export/report-page.ts')];
  expect(loaded.filter((path) => slow.test(path)).length).toBeGreaterThan(2);
});
