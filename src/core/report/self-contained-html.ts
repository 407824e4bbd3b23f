import { pageGeometry } from './page-geometry.ts';
import type { ReportLayout } from './report-kinds.ts';

/** Nothing but the style of the page itself: no script, no address, not even where somebody opens it in a browser. */
const policy =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n<meta name="viewport" content="width=device-width, initial-scale=1">';

/** Faces of the usual systems beside those that come with the application. */
const faces = `:root {
  --serif: 'Noto Serif SC', 'Source Han Serif SC', 'Songti SC', SimSun, serif;
  --sans: 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
}`;

/** On a wide screen the sheet stands in the middle; on a phone the text takes the width there is. */
const screens = `@media screen {
  body { margin-inline: auto; }
}
@media screen and (max-width: 820px) {
  body:is(.official, .plain, .table) { width: auto; min-height: 0; padding: 24px 16px; }
  body.official { --size: 17px; --pitch: 1.75em; --small: 13px; }
  .official main { width: auto; }
  .official h1 { font-size: 22px; line-height: 1.5; }
  .official :is(h2, h3, h4, h5) { padding-inline-start: 0; }
  .table main { overflow-x: auto; }
  .sheet { min-width: 1000px; }
  .signature { margin-inline-start: 20%; }
}`;

/**
 * The page of a report as one file that needs nothing else. `css`: the built style sheet; its faces stay behind, since they
 * would make every file many megabytes.
 */
export function selfContainedHtml(html: string, { css, layout }: { css: string; layout: ReportLayout }): string {
  const { isLandscape, top, right, bottom, left } = pageGeometry[layout];
  const margins = [top, right, bottom, left].map((millimetres) => `${millimetres}mm`).join(' ');
  const printed = `@page { size: A4${isLandscape ? ' landscape' : ''}; margin: ${margins}; }`;
  const style = [withoutAddresses(css), faces, printed, screens].join('\n');
  if (style.includes('</')) throw new Error('the style sheet would end its element');
  return html.replace(/<link rel="stylesheet" href="[^"]*">/, () => `${policy}\n<style>\n${style}\n</style>`);
}

function withoutAddresses(css: string): string {
  return css
    .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/@import[^;]*;/g, '')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '');
}
