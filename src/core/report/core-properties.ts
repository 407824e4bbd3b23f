import { escapeHtml } from '../text/html.ts';

export interface CoreProperties {
  title: string;
  /** Empty where nobody is named. */
  author: string;
  created: Date;
}

/** What Word and Excel say about a file: the element of the part `docProps/core.xml`, without its declaration. */
export function corePropertiesXml({ title, author, created }: CoreProperties): string {
  const time = `${created.toISOString().slice(0, 19)}Z`;
  const person = (name: string) => (author === '' ? '' : `<${name}>${escapeHtml(author)}</${name}>`);
  const moment = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(title)}</dc:title>${person('dc:creator')}${person('cp:lastModifiedBy')}<dc:language>zh-CN</dc:language>${moment('created')}${moment('modified')}</cp:coreProperties>`;
}
