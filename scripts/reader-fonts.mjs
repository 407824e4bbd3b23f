/*
 * Fonts for the first page. The bundled faces come in a hundred slices each, and a page of Chinese asks for most of them.
 * So the characters of the bundled plans and of the interface are cut out of the whole faces into one small file each; any
 * other character is still taken from the slices.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from './command.mjs';

const folder = join(root, 'node_modules/.cache/reader-fonts/3');
const faces = [
  { family: 'Reader Serif', weight: 400, name: 'noto-serif-sc' },
  { family: 'Reader Sans', weight: 400, name: 'noto-sans-sc' },
  { family: 'Reader Sans', weight: 700, name: 'noto-sans-sc' },
];

/**
 * Offers `virtual:reader-fonts.css` and asks the page to load its fonts before its first text.
 *
 * @returns {import('vite').Plugin}
 */
export function readerFonts() {
  return {
    name: 'reader-fonts',
    enforce: 'post',
    resolveId: (id) => (id === 'virtual:reader-fonts.css' ? makeStyleSheet() : undefined),
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      const links = Object.keys(bundle)
        .filter((name) => /reader-(sans|serif)-\d+/.test(name))
        .map((name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${name}" />`);
      page.source = String(page.source).replace('</head>', `${links.join('\n')}\n</head>`);
    },
  };
}

/** Makes the fonts if these characters have not been asked for before; answers the path of their style sheet. */
async function makeStyleSheet() {
  const characters = await charactersInUse();
  const key = createHash('sha256').update(characters).digest('hex').slice(0, 16);
  const styleSheet = join(folder, key, 'fonts.css');
  if (existsSync(styleSheet)) return styleSheet;
  await mkdir(join(folder, key), { recursive: true });
  const rules = await Promise.all(faces.map((face) => makeFace(face, characters, join(folder, key))));
  await writeFile(styleSheet, rules.join('\n'));
  return styleSheet;
}

/**
 * @param {{ family: string, weight: number, name: string }} face
 * @param {string} characters
 * @param {string} target
 */
async function makeFace({ family, weight, name }, characters, target) {
  const source = join(
    root,
    'node_modules/@fontsource',
    name,
    'files',
    `${name}-chinese-simplified-${weight}-normal.woff2`,
  );
  const file = `reader-${name.split('-')[1]}-${weight}.woff2`;
  const font = await subsetFont(await readFile(source), characters, { targetFormat: 'woff2' });
  await writeFile(join(target, file), font);
  const range = Array.from(characters, (character) => `U+${character.codePointAt(0)?.toString(16)}`).join(',');
  const latin = `reader-${name.split('-')[1]}-latin-${weight}.woff2`;
  await copyFile(source.replace('chinese-simplified', 'latin'), join(target, latin));
  return [
    { url: file, characters: range },
    { url: latin, characters: 'U+20-7E,U+2026' },
  ]
    .map(
      ({ url, characters: covered }) => `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: swap;
  src: url(./${url}) format('woff2');
  unicode-range: ${covered};
}`,
    )
    .join('\n');
}

/** Every character beyond ASCII that the plans and the interface use, in order. */
async function charactersInUse() {
  const plans = join(root, 'resources/plans');
  const words = join(root, 'src/messages/zh-CN');
  const files = [
    ...(await readdir(plans)).map((plan) => join(plans, plan, 'plan.json')),
    ...(await readdir(words)).map((name) => join(words, name)),
  ];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const characters = new Set(texts.join('').match(/[^\p{ASCII}\p{Cc}]/gu));
  return [...characters].sort().join('');
}
