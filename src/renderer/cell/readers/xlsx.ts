import { type Sheet, type SheetRow, type Workbook, workbookLimits } from '#core/sheet/workbook';
import { readXml } from './docx/xml-events.ts';
import type { ZipParts } from './docx/zip-parts.ts';
import { Unreadable } from './reader.ts';
import { readCellKinds } from './xlsx/cell-kinds.ts';
import { readSharedTexts } from './xlsx/shared-texts.ts';
import { readSheet } from './xlsx/sheet-events.ts';

/** How much has been read, of all workbooks that are read together. */
export interface WorkbookSizes {
  cells: number;
  characters: number;
}

/** Reads a workbook of Excel, WPS or another program: its values, no formula, nothing outside of the file. Throws `Unreadable`. */
export function readXlsx(
  parts: ZipParts,
  count: WorkbookSizes,
  onProgress: (done: number, total: number) => void,
): Workbook {
  const main = mainPart(parts);
  const targets = relationsOf(parts, main);
  const { sheets, is1904 } = sheetsOf(parts, main);
  const partOf = (type: string) => [...targets.values()].find((target) => target.type === type)?.part;
  const texts = readSharedTexts(parts, partOf('sharedStrings'));
  const kinds = readCellKinds(parts, partOf('styles'));
  const read: Sheet[] = [];
  for (const [index, { name, isHidden, relation }] of sheets.entries()) {
    const target = targets.get(relation);
    onProgress(index * 1000, sheets.length * 1000);
    if (target?.type !== 'worksheet' || !parts.names.includes(target.part)) continue;
    const rows: SheetRow[] = [];
    const context = { texts, kinds, is1904, count, rows };
    const merges = readSheet(parts, target.part, context, (done, total) =>
      onProgress(index * 1000 + Math.round((done / Math.max(1, total)) * 1000), sheets.length * 1000),
    );
    read.push({ name, isHidden, rows, merges });
  }
  return { sheets: read };
}

function mainPart(parts: ZipParts): string {
  const main = [...relationsOf(parts, '').values()].find(({ type }) => type === 'officeDocument')?.part;
  if (main !== undefined && parts.names.includes(main) && /^xl\//.test(main)) return main;
  if (parts.isLocked) throw new Unreadable('encrypted');
  if (parts.names.includes('xl/workbook.bin')) throw new Unreadable({ code: 'unsupported', kind: 'other-office' });
  const kind = parts.names.some((name) => name.startsWith('word/') || name.startsWith('ppt/'))
    ? 'other-office'
    : 'archive';
  throw new Unreadable({ code: 'unsupported', kind });
}

interface Target {
  /** The last word of its type. */
  type: string;
  part: string;
}

/** What a part refers to inside the archive, by the ids that it uses; the empty name is the archive itself. */
function relationsOf(parts: ZipParts, part: string): Map<string, Target> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const targets = new Map<string, Target>();
  if (!parts.names.includes(name)) return targets;
  readXml(parts, name, {
    open: ({ attribute }) => {
      const target = attribute('Target');
      if (target === undefined || attribute('TargetMode') === 'External' || targets.size >= 10_000) return;
      const type = (attribute('Type') ?? '').replace(/^.*\//s, '');
      const inside = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
      targets.set(attribute('Id') ?? '', { type, part: inside.replaceAll(/(?:^|\/)\.(?=\/)/g, '').replace(/^\//, '') });
    },
    close: () => undefined,
  });
  return targets;
}

interface SheetEntry {
  name: string;
  isHidden: boolean;
  relation: string;
}

function sheetsOf(parts: ZipParts, main: string): { sheets: SheetEntry[]; is1904: boolean } {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  readXml(parts, main, {
    open: ({ name, attribute }) => {
      if (localName(name) === 'workbookPr') is1904 = /^(?:1|true|on)$/.test(attribute('date1904') ?? '');
      if (localName(name) !== 'sheet') return;
      if (sheets.length >= workbookLimits.sheets) throw new Unreadable('too-many-parts');
      const isHidden = (attribute('state') ?? 'visible') !== 'visible';
      sheets.push({ name: (attribute('name') ?? '').slice(0, 200), isHidden, relation: attribute('id') ?? '' });
    },
    close: () => undefined,
  });
  return { sheets, is1904 };
}

/** The name of an element without its prefix, which every program chooses for itself. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
