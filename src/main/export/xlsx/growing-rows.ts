import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const sheets = /^xl\/worksheets\/.*\.xml$/;

/**
 * The workbook with rows that grow when more is filled in (ECMA-376 part 1, 18.3.1.73: `ht` without `customHeight`): those of
 * the library keep the height they were given.
 */
export function withGrowingRows(workbook: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(workbook));
  return zipSync(Object.fromEntries(parts.map(([name, bytes]) => [name, sheets.test(name) ? growing(bytes) : bytes])));
}

function growing(sheet: Uint8Array): Uint8Array {
  return strToU8(strFromU8(sheet).replaceAll(/(<row [^>]*?) customHeight="1"/g, '$1'));
}
