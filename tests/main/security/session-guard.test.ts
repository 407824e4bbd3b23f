import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { guardContents, guardSession, stayOffline } from '../../../src/main/session-guard.ts';

type Answer = (answer: unknown) => void;
type Handler = (...parameters: unknown[]) => unknown;

/** The parts of a session that are guarded, and what they were told. */
class FakeSession extends EventEmitter {
  readonly handlers: Record<string, Handler> = {};
  readonly webRequest = {
    onBeforeRequest: (handler: Handler) => {
      this.handlers.request = handler;
    },
  };

  setPermissionRequestHandler(handler: Handler): void {
    this.handlers.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.handlers.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.handlers.device = handler;
  }
  setSpellCheckerDictionaryDownloadURL(address: string): void {
    this.handlers.dictionary = () => address;
  }
}

function guardedSession(developmentUrl?: string): FakeSession {
  const session = new FakeSession();
  guardSession(session as unknown as Session, developmentUrl);
  return session;
}

function isCancelled(session: FakeSession, url: string): unknown {
  let answer: unknown;
  session.handlers.request?.({ url }, ((given) => {
    answer = given;
  }) satisfies Answer);
  return (answer as { cancel: boolean }).cancel;
}

const elsewhere = [
  'http://example.cn/',
  'https://example.cn/',
  'HTTPS://EXAMPLE.CN/',
  'http://localhost:5173/',
  'http://127.0.0.1/',
  'ws://example.cn/',
  'wss://example.cn/',
  'ftp://example.cn/',
  'file:///etc/passwd',
  'file://server/share/x',
  'chrome://gpu/',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop/x.js',
  'filesystem:app://reader/temporary/x',
  'view-source:app://reader/index.html',
  'application://reader/',
  'notapp://reader/',
  'mailto:a@example.cn',
  'about:blank',
];

describe('requests', () => {
  test.each(elsewhere)('%s is stopped', (url) => {
    expect(isCancelled(guardedSession(), url)).toBe(true);
  });

  test.each(['app://reader/index.html', 'app://report/1/', 'data:image/png;base64,', 'blob:app://reader/1'])(
    '%s is let through',
    (url) => {
      expect(isCancelled(guardedSession(), url)).toBe(false);
    },
  );

  test('the development server is let through while developing, and nothing beside it', () => {
    const session = guardedSession('http://localhost:5173');
    expect(isCancelled(session, 'http://localhost:5173/src/main.tsx')).toBe(false);
    expect(isCancelled(session, 'ws://localhost:5173/')).toBe(false);
    expect(isCancelled(session, 'http://localhost:5174/')).toBe(true);
    expect(isCancelled(session, 'http://localhost.example.cn:5173/')).toBe(true);
    expect(isCancelled(session, 'http://localhost:5173@example.cn/')).toBe(true);
  });
});

describe('everything else that a session could give', () => {
  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'something new'])(
    'permission %s is denied when asked for and when checked',
    (permission) => {
      const { handlers } = guardedSession();
      const answer = vi.fn<Answer>();
      handlers.permissionRequest?.({}, permission, answer, {});
      expect(answer.mock.calls).toEqual([[false]]);
      expect(handlers.permissionCheck?.({}, permission, 'app://reader', {})).toBe(false);
    },
  );

  test.each(['hid', 'serial', 'usb'])('a device (%s) is denied', (deviceType) => {
    expect(guardedSession().handlers.device?.({ deviceType, origin: 'app://reader', device: {} })).toBe(false);
  });

  test('downloads do not begin', () => {
    const preventDefault = vi.fn<() => void>();
    guardedSession().emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  test('dictionaries are not fetched', () => {
    expect(guardedSession().handlers.dictionary?.()).toBe('app://none/');
  });
});

describe('a page', () => {
  const home = 'app://reader/index.html';
  const guarded = () => {
    const contents = Object.assign(new EventEmitter(), {
      windowOpenHandler: (): unknown => undefined,
      setWindowOpenHandler(handler: () => unknown) {
        this.windowOpenHandler = handler;
      },
      setWebRTCIPHandlingPolicy: vi.fn<(policy: string) => void>(),
    });
    guardContents(contents as unknown as WebContents, (address, isMainFrame) => isMainFrame && address === home);
    return contents;
  };

  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('does not leave by %s', (name) => {
    const go = (url: string, isMainFrame: boolean) => {
      const preventDefault = vi.fn<() => void>();
      guarded().emit(name, { url, isMainFrame, preventDefault });
      return preventDefault.mock.calls.length === 0;
    };
    expect(go('https://example.cn/', true)).toBe(false);
    expect(go('https://example.cn/', false)).toBe(false);
    expect(go(home, false)).toBe(false);
    expect(go(home, true)).toBe(true);
  });

  test('opens no window', () => {
    expect(guarded().windowOpenHandler()).toEqual({ action: 'deny' });
  });

  test('holds no other page in a web view', () => {
    const preventDefault = vi.fn<() => void>();
    guarded().emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  test('sends no packets around the proxy', () => {
    expect(guarded().setWebRTCIPHandlingPolicy.mock.calls).toEqual([['disable_non_proxied_udp']]);
  });
});

test('offline means: no names, and a proxy that does not exist for every address', () => {
  const switches = new Map<string, string | undefined>();
  stayOffline({ appendSwitch: (name, value) => void switches.set(name, value) });
  expect(Object.fromEntries(switches)).toEqual({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'proxy-server': 'socks5://none.invalid:1',
    'proxy-bypass-list': '<-loopback>',
  });
});
