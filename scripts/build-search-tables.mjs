/**
 * Generates the character tables of `core/text` and `core/search` from opencc-js and pinyin-pro, which are needed at build time only.
 *
 *     npm run tables              writes src/core/{text,search}/tables/*.json
 *     npm run tables -- --check   fails when the committed tables are not what this script would write
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { root } from './command.mjs';

/** @type {readonly (readonly [number, number])[]} */
const hanRanges = [
  [0x3007, 0x3007],
  [0x3400, 0x9fff],
];

/**
 * Characters of the block “CJK Radicals Supplement” and the ideographs they look like, after the Unicode property
 * Equivalent_Unified_Ideograph. NFKC leaves them alone, and text copied from PDF files is full of them. Left out are those
 * whose ideograph lies outside the Basic Multilingual Plane: the fold keeps one code unit for one code unit.
 *
 * @type {readonly (readonly [number, string])[]}
 */
const radicals = [
  [0x2e81, '5382 4e5b 4e5a 4e59 4ebb 5182'],
  [0x2e88, '5200 5202 535c 353e 5c0f 5c0f 5140 5c23 5c22'],
  [0x2e92, '5df3 5e7a 5f51'],
  [0x2e96, '5fc4 5fc3 624c 6535'],
  [0x2e9b, '65e1 65e5 6708 6b7a 6bcd 6c11 6c35 6c3a 706c 722b 722b 4e2c 725b 72ad 738b'],
  [0x2eab, '76ee 793a 793b'],
  [0x2eaf, '7cf9 7e9f 7f53 7f52 34c1 5197'],
  [0x2eb6, '7f8a'],
  [0x2eb9, '8002 8080 807f 8089'],
  [0x2ebe, '8279 8279 8279 864e 8864 8980 897f 89c1 89d2'],
  [0x2ec8, '8ba0 8d1d'],
  [0x2ecb, '8f66 8fb6 8fb6 8fb6 9091 9485 9577 9578 957f 95e8'],
  [0x2ed6, '961d 96e8 9752 97e6 9875 98ce 98de 98df'],
  [0x2edf, '98e0 9963'],
  [0x2ee2, '9a6c 9aa8 9b3c 9c7c 9e1f 5364 9ea6 9ec4 9efe 6589 9f50 6b6f 9f7f 7adc 9f99 9f9c 4e80 9f9f'],
];

/**
 * Marks that people type in whatever form their keyboard gives them, by the form that the fold keeps.
 *
 * @type {readonly (readonly [string, string])[]}
 */
const marks = [
  ['"', '201c 201d 201e 201f 300c 300d 301d 301e 301f ff02 00ab 00bb'],
  ["'", '2018 2019 201a 201b 300e 300f ff07 0060 00b4 2032'],
  ['-', '2010 2011 2012 2013 2014 2015 2500 2501 2212 fe58 fe63 ff0d'],
  ['~', '301c 223c ff5e'],
  ['\u00b7', '2022 2027 2219 22c5 30fb ff65'],
];

function foldTable() {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  /** @type {Map<string, string>} */
  const folds = new Map();
  for (const character of hanCharacters()) {
    const simplified = toSimplified(character);
    if (simplified !== character && simplified.length === 1) folds.set(character, simplified);
  }
  for (const [first, ideographs] of radicals) {
    for (const [index, ideograph] of charactersOf(ideographs).entries()) {
      folds.set(String.fromCharCode(first + index), folds.get(ideograph) ?? ideograph);
    }
  }
  for (const [kept, variants] of marks) for (const variant of charactersOf(variants)) folds.set(variant, kept);
  // a few simplified forms are traditional forms of another character (U+82E7): all of them must meet
  for (const [from, to] of folds) folds.set(from, folds.get(to) ?? to);
  const sorted = [...folds].sort(([left], [right]) => left.charCodeAt(0) - right.charCodeAt(0));
  return { from: sorted.map(([from]) => from).join(''), to: sorted.map(([, to]) => to).join('') };
}

/**
 * For each syllable, without tone and with `v` for ü, the characters that can be read so.
 *
 * @param {ReadonlySet<string>} folded characters that the fold replaces: they need no reading
 */
function pinyinTable(folded) {
  /** @type {Map<string, string>} */
  const bySyllable = new Map();
  for (const character of hanCharacters()) {
    if (folded.has(character)) continue;
    for (const reading of readingsOf(character)) {
      bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
    }
  }
  return Object.fromEntries([...bySyllable].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** @param {string} character */
function readingsOf(character) {
  const readings = pinyin(character, { multiple: true, toneType: 'none', v: true, type: 'array' });
  const typed = readings.flatMap((reading) =>
    /^[ln]ve$/.test(reading) ? [reading, reading.replace('v', 'u')] : [reading],
  );
  return new Set(typed.filter((reading) => /^[a-z]+$/.test(reading)));
}

function* hanCharacters() {
  for (const [first, last] of hanRanges)
    for (let code = first; code <= last; code += 1) yield String.fromCharCode(code);
}

/** @param {string} hexadecimals */
function charactersOf(hexadecimals) {
  return hexadecimals.split(' ').map((code) => String.fromCharCode(Number.parseInt(code, 16)));
}

const fold = foldTable();
const tables = { 'text/tables/fold-table': fold, 'search/tables/pinyin-table': pinyinTable(new Set(fold.from)) };
const stale = [];
for (const [name, table] of Object.entries(tables)) {
  const path = join(root, 'src/core', `${name}.json`);
  const text = `${JSON.stringify(table, null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) stale.push(path);
}
if (stale.length > 0) {
  console.error(`Stale, run \`npm run tables\`:\n${stale.join('\n')}`);
  process.exitCode = 1;
}
