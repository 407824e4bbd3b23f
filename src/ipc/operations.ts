/** Every operation that the page may ask of the main process. The preload script builds `window.api` from these names. */
export const operationNames = [
  'library.open',
  'annotations.list',
  'annotations.create',
  'annotations.change',
  'annotations.remove',
  'annotations.restore',
  'notesFolder.status',
  'notesFolder.choose',
  'notesFolder.reveal',
  'settings.read',
  'settings.change',
  'viewState.read',
  'viewState.write',
  'export.prepare',
  'export.savePdf',
  'export.cancel',
  'export.reveal',
  'links.open',
  'clipboard.writeText',
  'application.information',
  'application.flushed',
  'application.toggleFullScreen',
  'application.quit',
] as const;

export type OperationName = (typeof operationNames)[number];
