/** @typedef {import('./source-file.mjs').Rule} Rule */
/** @typedef {import('./source-file.mjs').Finding} Finding */
/** @typedef {import('./source-file.mjs').SyntaxNode} SyntaxNode */

/** Where Chinese is data and not something to be read. */
const chineseData = [
  /^src\/core\/outline\//,
  /^src\/core\/text\/chinese-numerals\.ts$/,
  // names of styles, marks of lists and common characters, as files have them
  /^src\/renderer\/cell\/readers\//,
  // names of faces, as word processors know them
  /^src\/main\/export\/docx\/faces\.ts$/,
  // words of the note file, which stay the same whatever the reader calls the labels
  /^src\/core\/annotation\/(?:label|task-status)\.ts$/,
  // how a day is written, and what makes a span or a term of it
  /^src\/core\/ledger\/progress-entry\.ts$/,
  // what indicators and undertakings are called in plans
  /^src\/core\/report\/midterm-group\.ts$/,
  // a probe that shows whether the tokeniser makes pairs of characters
  /^src\/core\/search\/lunr-order\.ts$/,
];

/**
 * Every word that the reader sees lies in messages.
 *
 * @type {Rule}
 */
export function chineseWords({ path, text, nodes }) {
  if (path.startsWith('src/messages/') || chineseData.some((place) => place.test(path))) return [];
  const found = path.endsWith('.css') ? declarations(text) : nodes.flatMap(writtenText);
  return found
    .filter(({ value }) => /\p{Script=Han}/u.test(value))
    .map(({ offset, value }) => ({ offset, message: `“${value.trim()}” belongs to src/messages` }));
}

const colourPlaces = [
  'src/renderer/styles/tokens.css',
  // paper and inks of what is printed
  'src/renderer/report/report.css',
  // the window's background, before there is a style sheet
  'src/main/window.ts',
];
const hexadecimal = /(?<![\w&/-])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])/iu;
const colourFunction = /(?<![\w-])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/u;
const coloured = /colou?r|background|border|outline|shadow|fill|stroke|decoration|emphasis|^--/iu;
const namedColour = new RegExp(
  `(?<![\\w-])(?:${[
    'aqua|azure|beige|bisque|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gray|green|grey|indigo|ivory|khaki|lavender',
    'lime|linen|magenta|maroon|navy|olive|orange|orchid|peru|pink|plum|purple|red|salmon|sienna|silver|snow|tan|teal',
    'thistle|tomato|turquoise|violet|wheat|white|yellow|(?:alice|cadet|cornflower|dodger|midnight|powder|royal|steel)blue',
    '(?:dark|deep|dim|hot|light|medium|pale|antique|floral|ghost|navajo|forest|lawn|spring|yellow|green)[a-z]+',
    'chartreuse|chocolate|cornsilk|firebrick|gainsboro|goldenrod|honeydew|mistyrose|moccasin|oldlace|olivedrab|orangered',
    'papayawhip|peachpuff|rebeccapurple|rosybrown|saddlebrown|sandybrown|seagreen|seashell|slategr[ae]y|whitesmoke',
  ].join('|')})(?![\\w(-])`,
  'iu',
);

/**
 * A colour has a name and a meaning, and is written down once for each theme.
 *
 * @type {Rule}
 */
export function rawColours({ path, text, nodes }) {
  if (colourPlaces.includes(path)) return [];
  const message = 'a raw colour: name it in src/renderer/styles/tokens.css';
  if (path.endsWith('.css')) {
    return declarations(text)
      .filter(({ property, value }) => isColour(value) || (coloured.test(property) && namedColour.test(value)))
      .map(({ offset }) => ({ offset, message }));
  }
  const inText = nodes.flatMap(writtenText).filter(({ value }) => isColour(value));
  const inProperties = nodes.filter(
    ({ type, key, value }) =>
      type === 'Property' &&
      coloured.test(String(key.name ?? key.value)) &&
      namedColour.test(String(value.value ?? '')),
  );
  return [...inText.map(({ offset }) => offset), ...inProperties.map(({ start }) => start)].map((offset) => ({
    offset,
    message,
  }));
}

/** @param {string} value */
function isColour(value) {
  return hexadecimal.test(value) || colourFunction.test(value);
}

/**
 * What a script says in quotes, templates, JSX and regular expressions.
 *
 * @param {SyntaxNode} node
 * @returns {{ offset: number, value: string }[]}
 */
function writtenText({ type, start, value, regex }) {
  if (type === 'Literal' && regex) return [{ offset: start, value: regex.pattern }];
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return [{ offset: start, value }];
  return type === 'TemplateElement' ? [{ offset: start, value: value.cooked ?? value.raw }] : [];
}

/**
 * The declarations of a style sheet, without comments and addresses.
 *
 * @param {string} text
 */
function declarations(text) {
  const blank = (/** @type {string} */ match) => match.replace(/[^\n]/g, ' ');
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/url\([^)]*\)/g, blank);
  return [...plain.matchAll(/([-\w]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map((match) => ({
    offset: match.index,
    property: match[1] ?? '',
    value: match[2] ?? '',
  }));
}
