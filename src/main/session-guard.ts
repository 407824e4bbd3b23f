import type { CommandLine, Session, WebContents } from 'electron';

/**
 * Cuts the whole program off the network; must run before the application is ready. `guardSession` refuses requests, but a
 * page can make Chromium look up a name (`<link rel=dns-prefetch>`) or send packets (WebRTC) without making one.
 */
export function stayOffline(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // A proxy that cannot exist, for addresses that need no look-up; `<-loopback>`: for those of this computer as well.
  commandLine.appendSwitch('proxy-server', 'socks5://none.invalid:1');
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
}

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

/** Keeps a page where it is: no navigation, no new windows, no embedded web views; and no packets past the proxy. */
export function guardContents(
  contents: WebContents,
  mayNavigateTo: (address: string, isMainFrame: boolean) => boolean,
): void {
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(name as 'will-navigate', (event) => {
      if (!mayNavigateTo(event.url, event.isMainFrame)) event.preventDefault();
    });
  }
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
