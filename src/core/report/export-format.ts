/** The formats that a report can be saved in. */
export const exportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'md', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How the names of files of a format end. */
export const fileExtensions: Record<ExportFormat, string> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
  md: 'md',
  html: 'html',
};
