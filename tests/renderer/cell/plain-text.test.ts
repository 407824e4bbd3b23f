import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodeText, encodeWide, joinBytes } from '../../fixtures/documents/encoded-text.ts';
import { documentOf, problemOf, textsOf } from './source-file.ts';

const plan = readFileSync('tests/fixtures/plans/full-text.txt', 'utf8');
const traditional = '為了推進教育現代化，我們應當發展義務教育，關心學生的體質與心理。';

const encodings: [name: string, bytes: Uint8Array, label: string, isSure: boolean][] = [
  ['UTF-8', new TextEncoder().encode(plan), 'utf-8', true],
  ['UTF-8 with its mark', joinBytes([0xef, 0xbb, 0xbf], new TextEncoder().encode(plan)), 'utf-8', true],
  ['UTF-8 cut within its last character', new TextEncoder().encode('规划').subarray(0, 5), 'utf-8', true],
  ['only ASCII', new TextEncoder().encode('1. Plan\r\n2. Budget'), 'utf-8', true],
  ['GB 18030', encodeText(plan, 'gb18030'), 'gb18030', true],
  ['GB 18030, four characters', encodeText('规划背景', 'gb18030'), 'gb18030', true],
  ['GB 18030 cut within its last character', encodeText(plan, 'gb18030').subarray(0, 1001), 'gb18030', true],
  ['Big5', encodeText(traditional, 'big5'), 'big5', true],
  ['UTF-16 with its mark', joinBytes([0xff, 0xfe], encodeWide(plan)), 'utf-16le', true],
  ['UTF-16, big endian, with its mark', joinBytes([0xfe, 0xff], encodeWide(plan, true)), 'utf-16be', true],
  ['UTF-16 without a mark', encodeWide(plan), 'utf-16le', true],
  ['UTF-16, big endian, without a mark', encodeWide(plan, true), 'utf-16be', true],
];

describe('encodings', () => {
  test.each(encodings)('%s is read as what it is', async (_name, bytes, label, isSure) => {
    const { encoding, blocks } = await documentOf(bytes);
    expect(encoding?.label).toBe(label);
    expect(encoding?.isSure).toBe(isSure);
    expect(blocks[0]?.text).toMatch(/规|為|Plan|示例/);
  });

  test('windows of four to forty characters of a plan are told apart', async () => {
    const han = plan.replaceAll(/[^\p{Script=Han}]/gu, '');
    const wrong: string[] = [];
    for (let start = 0; start + 40 < han.length; start += 7) {
      const text = han.slice(start, start + 4 + (start % 37));
      const { encoding } = await documentOf(encodeText(text, 'gb18030'));
      if (encoding?.label !== 'gb18030') wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  test('when it is not sure, the other readings can be looked at', async () => {
    const { encoding } = await documentOf(encodeText('鑫淼焱垚', 'gb18030'));
    expect(encoding?.isSure).toBe(false);
    expect(encoding?.alternatives.length).toBeGreaterThan(0);
    expect(encoding?.alternatives[0]?.preview).not.toBe('');
  });

  test('a chosen encoding is taken, whatever the bytes say', async () => {
    const bytes = encodeText(traditional, 'big5');
    const { encoding, blocks } = await documentOf(bytes, '文.txt', { encoding: 'gb18030' });
    expect(encoding?.label).toBe('gb18030');
    expect(encoding?.alternatives[0]?.label).toBe('big5');
    expect(blocks[0]?.text).not.toBe(traditional);
  });

  test('single bad bytes do not make it another encoding', async () => {
    const bytes = encodeText(plan, 'gb18030');
    for (const at of [300, 700, 1100]) bytes[at] = 0xff;
    const { encoding, remarks } = await documentOf(bytes);
    expect(encoding?.label).toBe('gb18030');
    expect(remarks).toEqual(['characters-unknown']);
  });
});

test('every line that is not blank is a block', async () => {
  expect(await textsOf('一\r\n\r\n  二\n三\r四\u2028五')).toEqual(['一', '  二', '三', '四', '五']);
});

const refused: [name: string, bytes: Uint8Array | string, file: string, problem: string][] = [
  ['nothing', '', '空.txt', 'empty'],
  ['only blanks', ' \r\n\t\n', '空.txt', 'empty'],
  ['zeros', new Uint8Array(4096), '坏.txt', 'binary'],
  [
    'noise',
    Uint8Array.from({ length: 4096 }, (_, index) => (index * 167 + (index >> 3) * 59) % 256),
    '坏.txt',
    'binary',
  ],
  ['old Word', compound('WordDocument'), '规划.doc', 'old-doc'],
  ['old Word, called docx', compound('WordDocument'), '规划.docx', 'old-doc'],
  ['old WPS', compound('WordDocument'), '规划.wps', 'wps'],
  ['a locked document', compound('EncryptedPackage'), '规划.docx', 'encrypted'],
  ['a document with rights', compound('\x06DataSpaces'), '规划.docx', 'encrypted'],
  ['an old spreadsheet', compound('Workbook'), '表.xls', 'spreadsheet'],
  ['an old presentation', compound('PowerPoint Document'), '讲.ppt', 'presentation'],
  ['RTF called doc', '{\\rtf1\\ansi 规划}', '规划.doc', 'rtf'],
  ['a picture called txt', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), '规划.txt', 'image'],
  ['a JPEG', latin('\xff\xd8\xff\xe0\0\x10JFIF'), '规划.pdf', 'image'],
  ['RAR', latin('Rar!\x1a\x07\x01\0'), '规划.rar', 'archive'],
  ['a program called docx', latin(`MZ\x90\0\x03\0\0\0${'\0'.repeat(100)}`), '规划.docx', 'program'],
  [
    'a page of Word in one file',
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n',
    '规划.doc',
    'mhtml',
  ],
  ['Word as XML', '<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>', '规划.doc', 'word-xml'],
];

describe('what is no text', () => {
  test.each(refused)('%s', async (_name, bytes, file, problem) => {
    expect(await problemOf(bytes, file)).toBe(problem);
  });

  test.each(['MZ 是牧羊人的缩写', 'BM 25 算法', 'HN 省的规划', 'RIFF 一词'])('%s is a text', async (text) => {
    expect(await textsOf(text)).toEqual([text]);
  });
});

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(encodeWide(stream), 1024);
  return bytes;
}
