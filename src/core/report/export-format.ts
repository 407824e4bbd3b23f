/** The formats that a report can be saved in. */
export const exportFormats = ['pdf', 'xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How the names of files of a format end. */
export const fileExtensions: Record<ExportFormat, string> = { pdf: 'pdf', xlsx: 'xlsx', csv: 'csv' };
