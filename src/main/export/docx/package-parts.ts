import { type CoreProperties, corePropertiesXml } from '#core/report/core-properties';
import { faces } from './faces.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What the library would fill in by itself: it knows the time of day only, and no author but “Un-named”. */
export function coreProperties(properties: CoreProperties): string {
  return `${declaration}\n${corePropertiesXml(properties)}`;
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
