/*
 * Rules of this house that no ready tool knows. `npm run guards` checks src; each rule has a test that plants a violation
 * (tests/architecture).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './command.mjs';
import { electronInterfaces, fileWriting, htmlInsertion, windowApi } from './guards/dangerous-interfaces.mjs';
import { meaningfulNames, noSuppressions } from './guards/habits.mjs';
import { coreAreas, features, plainImports, shell, typesOnly } from './guards/layers.mjs';
import { sourceFile } from './guards/source-file.mjs';
import { chineseWords, rawColours } from './guards/words-and-colours.mjs';

const rules = {
  coreAreas,
  features,
  shell,
  typesOnly,
  plainImports,
  electronInterfaces,
  fileWriting,
  windowApi,
  htmlInsertion,
  chineseWords,
  rawColours,
  meaningfulNames,
  noSuppressions,
};

/**
 * @param {string} path relative to the project's root, with forward slashes
 * @param {string} text
 * @returns {{ rule: string, line: number, message: string }[]}
 */
export function violations(path, text) {
  const file = sourceFile(path, text);
  return Object.entries(rules).flatMap(([rule, find]) =>
    find(file).map(({ offset, message }) => ({ rule, line: text.slice(0, offset).split('\n').length, message })),
  );
}

/** @returns {{ path: string, text: string }[]} */
function sources() {
  return readdirSync(join(root, 'src'), { recursive: true })
    .map((name) => `src/${String(name).split(sep).join('/')}`)
    .filter((path) => /\.(tsx?|css)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = sources();
  const lines = files.flatMap(({ path, text }) =>
    violations(path, text).map(({ rule, line, message }) => `${path}:${line} ${rule}: ${message}`),
  );
  for (const line of lines) console.error(line);
  console.log(`${files.length} files, ${lines.length} violations`);
  if (lines.length > 0) process.exitCode = 1;
}
