import { readXml } from '../docx/xml-events.ts';
import type { ZipParts } from '../docx/zip-parts.ts';
import { localOf } from './shared-texts.ts';

/** How the number in a cell is shown. */
export type NumberKind = 'number' | 'percent' | 'day';

const most = 100_000;

/** How numbers are shown in the cells of each style, by the number of the style. */
export function readCellKinds(parts: ZipParts, part: string | undefined): NumberKind[] {
  const kinds: NumberKind[] = [];
  if (part === undefined || !parts.names.includes(part)) return kinds;
  const codes = new Map<string, string>();
  let isCells = false;
  readXml(parts, part, {
    open: ({ name, attribute }) => {
      const local = localOf(name);
      if (local === 'cellXfs') isCells = true;
      if (local === 'numFmt' && codes.size < most)
        codes.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      if (local === 'xf' && isCells && kinds.length < most) kinds.push(kindOf(attribute('numFmtId') ?? '0', codes));
    },
    close: (name) => {
      if (localOf(name) === 'cellXfs') isCells = false;
    },
  });
  return kinds;
}

/** Formats that every program knows by number: dates of the West and of the East, and shares. */
function kindOf(id: string, codes: ReadonlyMap<string, string>): NumberKind {
  const code = codes.get(id);
  const number = Number(id);
  if (code === undefined) {
    if (number === 9 || number === 10) return 'percent';
    return (number >= 14 && number <= 17) ||
      number === 22 ||
      (number >= 27 && number <= 31) ||
      (number >= 50 && number <= 58)
      ? 'day'
      : 'number';
  }
  const plain =
    code
      .slice(0, 300)
      .replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
      .split(';')[0] ?? '';
  if (/[yd]/i.test(plain)) return 'day';
  return plain.includes('%') ? 'percent' : 'number';
}
