import { importsOf } from './source-file.mjs';

/** @typedef {import('./source-file.mjs').Rule} Rule */
/** @typedef {import('./source-file.mjs').SyntaxNode} SyntaxNode */

/** Interfaces that have one place each, where what comes in is checked. */
const places = {
  ipcMain: ['src/main/ipc/register.ts'],
  /** The composition root hands on the single functions that others need. */
  shell: ['src/main/reader.ts'],
  windowApi: ['src/renderer/api.ts'],
  /** Knows how to write without ever leaving half a file. */
  fileWriting: ['src/main/storage/file-system.ts'],
};

/** Making a folder is not among them: it can destroy nothing. */
const writingFunctions = new Set(
  [
    ...[
      'appendFile',
      'chmod',
      'chown',
      'copyFile',
      'cp',
      'link',
      'lutimes',
      'mkdtemp',
      'open',
      'rename',
      'rm',
      'rmdir',
    ],
    ...['symlink', 'truncate', 'unlink', 'utimes', 'write', 'writeFile', 'writev'],
  ].flatMap((name) => [name, `${name}Sync`]),
).add('createWriteStream');

/** @type {Rule} */
export function electronInterfaces(file) {
  return importsOf(file).flatMap(({ from, names, onlyTypes, offset }) => {
    if (!/^electron(\/|$)/.test(from) || onlyTypes) return [];
    if (names.includes('*') || names.includes('default')) {
      return [{ offset, message: 'import what you need of electron by name' }];
    }
    return /** @type {const} */ (['ipcMain', 'shell'])
      .filter((name) => names.includes(name) && !places[name].includes(file.path))
      .map((name) => ({ offset, message: `${name} belongs to ${places[name].join(', ')}` }));
  });
}

/** @type {Rule} */
export function fileWriting(file) {
  if (places.fileWriting.includes(file.path)) return [];
  return importsOf(file).flatMap(({ from, names, onlyTypes, offset }) => {
    if (!/^(node:)?fs(\/promises)?$/.test(from) || onlyTypes) return [];
    if (names.some((name) => ['*', 'default', 'promises'].includes(name))) {
      return [{ offset, message: `import what you need of ${from} by name` }];
    }
    const writing = names.filter((name) => writingFunctions.has(name));
    if (writing.length === 0) return [];
    return [{ offset, message: `${writing.join(', ')}: files are written by ${places.fileWriting.join(', ')}` }];
  });
}

/** @type {Rule} */
export function windowApi(file) {
  if (places.windowApi.includes(file.path)) return [];
  return file.nodes.flatMap((node) => {
    const isRead = node.type === 'MemberExpression' && isGlobal(node.object) && nameOfProperty(node) === 'api';
    const isTakenApart =
      node.type === 'VariableDeclarator' &&
      node.id.type === 'ObjectPattern' &&
      node.init !== null &&
      isGlobal(node.init) &&
      node.id.properties.some((/** @type {SyntaxNode} */ each) => each.key?.name === 'api');
    if (!isRead && !isTakenApart) return [];
    return [{ offset: node.start, message: `window.api belongs to ${places.windowApi.join(', ')}` }];
  });
}

const htmlFunctions = ['insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'];
const htmlProperties = ['innerHTML', 'outerHTML', 'srcdoc'];
const htmlAttributes = ['dangerouslySetInnerHTML', 'srcDoc'];

/**
 * Text becomes HTML in no place at all: the page is made of elements.
 *
 * @type {Rule}
 */
export function htmlInsertion({ nodes }) {
  return nodes.flatMap((node) => {
    const name = htmlInsertedBy(node);
    return name === undefined ? [] : [{ offset: node.start, message: `${name} turns text into HTML` }];
  });
}

/**
 * @param {SyntaxNode} node
 * @returns {string | undefined}
 */
function htmlInsertedBy(node) {
  if (node.type === 'JSXAttribute') return htmlAttributes.find((name) => name === node.name.name);
  if (node.type === 'Property') return htmlAttributes.find((name) => name === (node.key.name ?? node.key.value));
  if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
    return htmlProperties.find((name) => name === nameOfProperty(node.left));
  }
  if (node.type !== 'MemberExpression') return undefined;
  const name = nameOfProperty(node);
  if (node.object.name === 'document' && (name === 'write' || name === 'writeln')) return `document.${name}`;
  return htmlFunctions.find((each) => each === name);
}

/** @param {SyntaxNode} node */
function isGlobal(node) {
  if (node.type === 'TSAsExpression' || node.type === 'ParenthesizedExpression') return isGlobal(node.expression);
  return node.type === 'Identifier' && ['window', 'globalThis', 'self'].includes(node.name);
}

/** @param {SyntaxNode} member */
function nameOfProperty({ computed, property }) {
  return computed ? property.value : property.name;
}
