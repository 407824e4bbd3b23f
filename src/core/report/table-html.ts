import { type Html, html } from '../text/html.ts';
import type { ReportColumn, ReportTable } from './report-table.ts';

/** A ruled table; its head comes again on every page, and no row is cut. */
export function tableHtml({ columns, rows }: ReportTable): Html {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return html`<table class="sheet">
<colgroup>${columns.map(({ width }) => html`<col width="${((width / whole) * 100).toFixed(2)}%">`)}</colgroup>
<thead><tr>${columns.map(({ title }) => html`<th>${title}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ cells, mark }) => html`<tr>${columns.map((column, index) =>
    cellHtml(column, cells[index] ?? '', mark?.column === index ? mark.text : undefined),
  )}</tr>
`,
)}</tbody>
</table>
`;
}

function cellHtml({ kind }: ReportColumn, cell: string | number, mark: string | undefined): Html {
  const text = kind === 'percent' && cell !== '' ? `${cell}%` : String(cell);
  return html`<td class="${kind}">${text.split('\n').map((line) => html`<p>${line}</p>`)}${mark !== undefined && html`<p class="mark">${mark}</p>`}</td>`;
}
