import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
}

/** Whether a package required from the folder `from` is in the lockfile, there or in a folder above. */
function isLocked(packages: Record<string, LockedPackage>, from: string, name: string): boolean {
  if (packages[from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`]) return true;
  if (from === '') return false;
  return isLocked(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

function unlocked(packages: Record<string, LockedPackage>): string[] {
  return Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(packages, folder, name)),
  );
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

test('native parts are locked for every platform, or npm ci refuses the lockfile', () => {
  expect(unlocked(packages)).toEqual([]);
});

test('a native part that is not locked is seen', () => {
  const { 'node_modules/@biomejs/cli-darwin-arm64': removed, ...rest } = packages;
  expect(removed).toBeDefined();
  expect(unlocked(rest)).toEqual(['@biomejs/cli-darwin-arm64']);
});
