import type { Page } from '@playwright/test';

/** Tries to get the page, a frame in it or a new window to `target`. */
export type NavigationAttack = (page: Page, target: string) => Promise<unknown>;

const byScript = (go: (target: string) => unknown): NavigationAttack => {
  return (page, target) =>
    page
      .evaluate(go, target)
      // a page that has left takes the answer with it, and the policy throws
      .catch(() => undefined);
};

/** Inserts markup with `target` in the place of TARGET. */
const byMarkup = (markup: string): NavigationAttack => {
  return (page, target) =>
    page
      .evaluate(
        (html) => {
          document.querySelector('#place')?.remove();
          const place = document.createElement('div');
          place.id = 'place';
          Object.assign(place.style, { position: 'fixed', inset: '0 auto auto 0', zIndex: '9999' });
          document.body.append(place);
          place.innerHTML = html;
        },
        markup.replace('TARGET', target),
      )
      .catch(() => undefined);
};

const byClick = (markup: string, options: Parameters<Page['click']>[1] = {}): NavigationAttack => {
  return async (page, target) => {
    await byMarkup(markup)(page, target);
    await page.locator('#bait').click({ noWaitAfter: true, force: true, ...options });
  };
};

const byDrop = (
  data: (target: string) => { items: { mimeType: string; data: string }[]; files: string[] },
): NavigationAttack => {
  return async (page, target) => {
    const session = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', {
        type,
        x: 200,
        y: 200,
        data: { ...data(target), dragOperationsMask: 1 },
      });
    }
  };
};

export const navigationAttacks: Record<string, NavigationAttack> = {
  'location is set': byScript((target) => location.assign(target)),
  'location is replaced': byScript((target) => location.replace(target)),
  'another window': byScript((target) => window.open(target)),
  'another window without an opener': byScript((target) => window.open(target, '_blank', 'noopener')),
  'the window by its name': byScript((target) => window.open(target, '_self')),
  'page refreshed to another': byMarkup('<meta http-equiv="refresh" content="0;url=TARGET">'),
  frame: byMarkup('<iframe src="TARGET"></iframe>'),
  object: byMarkup('<object data="TARGET"></object>'),
  embed: byMarkup('<embed src="TARGET">'),
  'web view': byMarkup('<webview src="TARGET" allowpopups nodeintegration></webview>'),
  link: byClick('<a id="bait" href="TARGET">link</a>'),
  'link to a new window': byClick('<a id="bait" href="TARGET" target="_blank">link</a>'),
  'link to a named window': byClick('<a id="bait" href="TARGET" target="other" rel="opener">link</a>'),
  'link with the middle button': byClick('<a id="bait" href="TARGET">link</a>', { button: 'middle' }),
  'link with Ctrl': byClick('<a id="bait" href="TARGET">link</a>', { modifiers: ['Control'] }),
  'link with Shift': byClick('<a id="bait" href="TARGET">link</a>', { modifiers: ['Shift'] }),
  'area of a picture': byClick(
    '<svg width="50" height="50"><a href="TARGET"><rect id="bait" width="50" height="50"/></a></svg>',
  ),
  form: byClick('<form action="TARGET"><button id="bait">send</button></form>'),
  'form that posts': byClick('<form action="TARGET" method="post"><button id="bait">send</button></form>'),
  'form to a new window': byClick('<form action="TARGET" target="_blank"><button id="bait">send</button></form>'),
  'button with an address of its own': byClick('<form><button id="bait" formaction="TARGET">send</button></form>'),
  'link that is dropped': byDrop((target) => ({ items: [{ mimeType: 'text/uri-list', data: target }], files: [] })),
};

export const dropFile = byDrop((path) => ({ items: [], files: [path] }));
