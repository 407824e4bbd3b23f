import { parseSync } from 'vite';

/**
 * A file under `src`, with its syntax tree where it is a script.
 *
 * @typedef {object} SourceFile
 * @property {string} path relative to the project's root, with forward slashes
 * @property {string} text
 * @property {readonly SyntaxNode[]} nodes of a script, in no promised order
 * @property {readonly Comment[]} comments of a script
 *
 * @typedef {{ type: string, start: number, end: number } & Record<string, any>} SyntaxNode
 * @typedef {{ value: string, start: number }} Comment
 *
 * @typedef {{ offset: number, message: string }} Finding
 * @typedef {(file: SourceFile) => Finding[]} Rule
 */

/**
 * @param {string} path
 * @param {string} text
 * @returns {SourceFile}
 */
export function sourceFile(path, text) {
  if (!/\.tsx?$/.test(path)) return { path, text, nodes: [], comments: [] };
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return { path, text, nodes: flatten(program), comments };
}

/**
 * @param {unknown} value
 * @returns {SyntaxNode[]}
 */
function flatten(value) {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (value === null || typeof value !== 'object') return [];
  const below = Object.values(value).flatMap(flatten);
  return 'type' in value ? [/** @type {SyntaxNode} */ (value), ...below] : below;
}

/**
 * Every import and re-export of a file.
 *
 * @typedef {object} Import
 * @property {string} from the specifier as written
 * @property {boolean} onlyTypes whether nothing of it is left at run time
 * @property {readonly string[]} names as the other file calls them; `*` for all, `default` for the default
 * @property {number} offset
 *
 * @param {SourceFile} file
 * @returns {Import[]}
 */
export function importsOf({ nodes }) {
  return nodes.flatMap((node) => {
    if (node.type === 'ImportExpression' && node.source.type === 'Literal') {
      return [{ from: String(node.source.value), onlyTypes: false, names: ['*'], offset: node.start }];
    }
    if (!/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) || !node.source) return [];
    const specifiers = /** @type {SyntaxNode[]} */ (node.specifiers ?? []);
    const areTypes = specifiers.length > 0 && specifiers.every((each) => kindOf(each) === 'type');
    return [
      {
        from: node.source.value,
        onlyTypes: kindOf(node) === 'type' || areTypes,
        names: node.type === 'ExportAllDeclaration' ? ['*'] : specifiers.map(nameOf),
        offset: node.start,
      },
    ];
  });
}

/** @param {SyntaxNode} node */
function kindOf(node) {
  return node.importKind ?? node.exportKind;
}

/** @param {SyntaxNode} specifier */
function nameOf(specifier) {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  const name = specifier.type === 'ExportSpecifier' ? specifier.local : specifier.imported;
  return name.name ?? name.value;
}
