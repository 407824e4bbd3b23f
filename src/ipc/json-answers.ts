import type { OperationName } from './operations.ts';

/**
 * Operations that answer with a whole text or workbook. It crosses to the page as JSON: a string is copied at once, but the objects of a
 * long text field by field on each of the two borders, which holds up the window.
 */
export const jsonAnswers: ReadonlySet<OperationName> = new Set([
  'library.open',
  'library.read',
  'library.version',
  'library.useVersion',
  'documents.add',
  'documents.replaceText',
  'documents.rename',
  'sheet.read',
]);
