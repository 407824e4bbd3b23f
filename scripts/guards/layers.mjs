import { posix } from 'node:path';
import { importsOf } from './source-file.mjs';

/** @typedef {import('./source-file.mjs').Rule} Rule */

/**
 * What each area of the core may import besides itself. (That the core imports nothing else at all, and the order of the
 * layers, is Biome's to check: see noRestrictedImports in biome.json. Here is what needs a resolved path.)
 *
 * @type {Record<string, readonly string[]>}
 */
const areas = {
  text: [],
  plan: ['text'],
  outline: ['text', 'plan'],
  annotation: ['text'],
  anchoring: ['text', 'plan', 'annotation'],
  comparison: ['text', 'plan'],
  importing: ['text', 'outline'],
  interchange: ['text', 'plan', 'annotation', 'anchoring'],
  ledger: ['text', 'plan', 'annotation', 'anchoring'],
  markdown: ['text'],
  overview: ['text', 'plan', 'annotation', 'anchoring', 'ledger'],
  report: ['text', 'plan', 'annotation', 'anchoring', 'markdown', 'ledger'],
  search: ['text', 'plan'],
  sheet: ['text', 'annotation', 'ledger', 'report'],
  settings: ['text', 'annotation', 'ledger', 'report'],
};

/** @type {Rule} */
export function coreAreas(file) {
  const area = areaOf(file.path);
  if (area === undefined) return [];
  const allowed = areas[area];
  if (!allowed) return [{ offset: 0, message: `core/${area} is not in the list of areas` }];
  return importsOf(file).flatMap(({ from, offset }) => {
    const other = areaOf(target(file.path, from));
    if (other === undefined || other === area || allowed.includes(other)) return [];
    return [{ offset, message: `core/${area} must not import core/${other}` }];
  });
}

/**
 * Features know nothing of each other: what two of them share belongs to the store or to ui. Only the shell around them
 * puts them together.
 *
 * @type {Rule}
 */
export function features(file) {
  const own = featureOf(file.path);
  if (/^src\/renderer\/(shell\/|[^/]+$)/.test(file.path)) return [];
  return importsOf(file).flatMap(({ from, offset }) => {
    const other = featureOf(target(file.path, from));
    if (other === undefined || other === own) return [];
    return [{ offset, message: `${own ? `the feature ${own}` : 'this file'} must not import the feature ${other}` }];
  });
}

/**
 * The shell puts everything together, so that nothing but the application itself may know it.
 *
 * @type {Rule}
 */
export function shell(file) {
  if (!/^src\/renderer\/(?!shell\/)[^/]+\//.test(file.path)) return [];
  return importsOf(file).flatMap(({ from, offset }) => {
    if (!target(file.path, from).startsWith('src/renderer/shell/')) return [];
    return [{ offset, message: `only the shell and the application import the shell: ${from}` }];
  });
}

/**
 * Schemas are for the side that receives: the page and the preload script take their types only, so that the validator
 * is not in their bundles.
 *
 * @type {Rule}
 */
export function typesOnly(file) {
  if (!/^src\/(renderer|preload)\//.test(file.path)) return [];
  return importsOf(file).flatMap(({ from, onlyTypes, offset }) => {
    if (onlyTypes || !/(^src\/ipc\/contract|-schema)\.ts$/.test(target(file.path, from))) return [];
    return [{ offset, message: `take only types from ${from}` }];
  });
}

/**
 * Types by `import('…')` and modules by `require` pass by every rule about imports.
 *
 * @type {Rule}
 */
export function plainImports({ nodes }) {
  return nodes.flatMap((node) => {
    if (node.type === 'TSImportType')
      return [{ offset: node.start, message: 'import the type in an import declaration' }];
    if (node.type !== 'CallExpression' || node.callee.name !== 'require') return [];
    return [{ offset: node.start, message: 'use an import declaration instead of require' }];
  });
}

/** @param {string} path */
function areaOf(path) {
  return /^src\/core\/([^/]+)\//.exec(path)?.[1];
}

/** @param {string} path */
function featureOf(path) {
  return /^src\/renderer\/features\/([^/]+)/.exec(path)?.[1];
}

/**
 * The file that a specifier means; a package is answered as it is written.
 *
 * @param {string} importer
 * @param {string} specifier
 */
function target(importer, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(importer), specifier);
  return specifier.replace(/^#(core|ipc|messages)\/(.+)$/, 'src/$1/$2.ts');
}
