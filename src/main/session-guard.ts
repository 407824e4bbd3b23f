import type { Session, WebContents } from 'electron';

/**
 * Closes every way out of the window's session: no request leaves the machine, no file is read by URL, no permission is
 * given. `developmentOrigin` is the address of the development server, if the app runs from one.
 */
export function guardSession(session: Session, developmentOrigin: string | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url, developmentOrigin) });
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerDictionaryDownloadURL('app://none/');
}

function isAllowedRequest(address: string, developmentOrigin: string | undefined): boolean {
  if (/^(app|devtools|data|blob):/.test(address)) return true;
  return developmentOrigin !== undefined && new URL(address).host === new URL(developmentOrigin).host;
}

/** Keeps a page where it is: no navigation, no new windows, no embedded web views. */
export function guardContents(contents: WebContents, mayNavigateTo: (address: string) => boolean): void {
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(name as 'will-navigate', (event, address) => {
      if (!mayNavigateTo(address ?? event.url)) event.preventDefault();
    });
  }
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
