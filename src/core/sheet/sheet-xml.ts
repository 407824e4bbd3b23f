import { escapeHtml } from '../text/html.ts';

/** Text for a cell, which takes `_x0041_` for a character by its number, so that the first underscore is written so. */
export function cellText(text: string): string {
  return escapeHtml(text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'));
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  package: 'http://schemas.openxmlformats.org/package/2006',
} as const;

/** A part of a workbook, in pieces so that it can be made little by little. */
export interface WorkbookPart {
  name: string;
  pieces: Iterable<string>;
}

export function part(name: string, ...pieces: string[]): WorkbookPart {
  return { name, pieces: [declaration, ...pieces] };
}

export function longPart(name: string, pieces: Iterable<string>): WorkbookPart {
  return {
    name,
    pieces: (function* () {
      yield declaration;
      yield* pieces;
    })(),
  };
}
