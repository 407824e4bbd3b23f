/** The formats that a report can be saved in; each is what the names of its files end with. */
export const exportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'md', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];
