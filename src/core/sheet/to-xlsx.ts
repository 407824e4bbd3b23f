import { type CoreProperties, corePropertiesXml } from '../report/core-properties.ts';
import { escapeHtml } from '../text/html.ts';
import { stylesXml } from './sheet-styles.ts';
import { columnLetters } from './sheet-text.ts';
import { longPart, namespaces, part, type WorkbookPart } from './sheet-xml.ts';
import { plainSheet, type SheetInput, tableSheet } from './worksheet.ts';

export interface WorkbookInput extends SheetInput, CoreProperties {
  /** Name of the sheet that is seen. */
  sheetName: string;
  /** The hidden sheet; absent for what is not to come back. */
  record?: { name: string; rows: string[][] };
}

const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const propertiesType = 'application/vnd.openxmlformats-package.core-properties+xml';

/** The parts of an .xlsx file, to be zipped in this order. */
export function workbookParts(input: WorkbookInput): WorkbookPart[] {
  const { record, words } = input;
  return [
    part('[Content_Types].xml', contentTypes(record !== undefined)),
    part(
      '_rels/.rels',
      relations([
        [`${namespaces.relations}/officeDocument`, 'xl/workbook.xml'],
        [`${namespaces.package}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ),
    part('docProps/core.xml', corePropertiesXml(input)),
    part('xl/workbook.xml', workbook(input)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        [`${namespaces.relations}/worksheet`, 'worksheets/sheet1.xml'],
        [`${namespaces.relations}/styles`, 'styles.xml'],
        ...(record === undefined ? [] : [[`${namespaces.relations}/worksheet`, 'worksheets/sheet2.xml'] as const]),
      ]),
    ),
    part('xl/styles.xml', stylesXml(words.font)),
    longPart('xl/worksheets/sheet1.xml', tableSheet(input)),
    ...(record === undefined ? [] : [longPart('xl/worksheets/sheet2.xml', plainSheet(record.rows))]),
  ];
}

function contentTypes(hasRecord: boolean): string {
  const overrides = [
    ['/docProps/core.xml', propertiesType],
    ['/xl/workbook.xml', `${types}.sheet.main+xml`],
    ['/xl/styles.xml', `${types}.styles+xml`],
    ['/xl/worksheets/sheet1.xml', `${types}.worksheet+xml`],
    ...(hasRecord ? [['/xl/worksheets/sheet2.xml', `${types}.worksheet+xml`]] : []),
  ];
  return `<Types xmlns="${namespaces.package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
    .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
    .join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  return `<Relationships xmlns="${namespaces.package}/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}

function workbook({ sheetName, record, table: { columns, rows } }: WorkbookInput): string {
  const name = `'${sheetName.replaceAll("'", "''")}'`;
  const filtered = `${name}!$A$1:$${columnLetters(columns.length)}$${rows.length + 1}`;
  const hidden =
    record === undefined ? '' : `<sheet name="${escapeHtml(record.name)}" sheetId="2" state="veryHidden" r:id="rId3"/>`;
  return [
    `<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.relations}"><bookViews><workbookView activeTab="0"/></bookViews>`,
    `<sheets><sheet name="${escapeHtml(sheetName)}" sheetId="1" r:id="rId1"/>${hidden}</sheets><definedNames>`,
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escapeHtml(filtered)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${escapeHtml(name)}!$1:$1</definedName></definedNames></workbook>`,
  ].join('');
}
