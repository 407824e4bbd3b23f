import { escapeHtml } from '#core/text/html';
import { faces } from './faces.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What the library would fill in by itself: it knows the time of day only, and no author but “Un-named”. */
export function coreProperties(title: string, { author, created }: { author: string; created: Date }): string {
  const day = `${created.toISOString().slice(0, 19)}Z`;
  const person = (name: string) => (author === '' ? '' : `<${name}>${escapeHtml(author)}</${name}>`);
  return `${declaration}
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(title)}</dc:title>${person('dc:creator')}${person('cp:lastModifiedBy')}<dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified></cp:coreProperties>`;
}

/** The faces with their other names, by which a machine without one takes the next best. */
export function fontTable(): string {
  const fonts = Object.values(faces).map(
    ({ name, fallback }) =>
      `<w:font w:name="${name}"><w:altName w:val="${fallback}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `${declaration}
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
