import type { Attack } from './attempt.ts';

/*
 * Ways to run a script in a page. Each function is sent to the page by itself, so that it uses nothing from here.
 */

/** Markup that is inserted into the page; its script calls `top.ran()`. */
export const hostileMarkup: Record<string, string> = {
  'image with onerror': '<img src="missing.png" onerror="top.ran()">',
  'image with onload': '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" onload="top.ran()">',
  'svg with an animation': '<svg><animate attributeName="x" dur="1s" onbegin="top.ran()"/></svg>',
  'details with ontoggle': '<details open ontoggle="top.ran()">x</details>',
  'video with onerror': '<video src="missing.mp4" onerror="top.ran()"></video>',
  'source with onerror': '<video><source src="missing.mp4" onerror="top.ran()"></video>',
  'style with onload': '<style onload="top.ran()">.x{}</style>',
  'focus with onfocus': '<input autofocus onfocus="top.ran()">',
  'animation with onanimationstart':
    '<style>@keyframes x{}</style><p style="animation:x 1ms" onanimationstart="top.ran()">x</p>',
  'frame with onload': '<iframe onload="top.ran()"></iframe>',
  'frame with a javascript address': '<iframe src="javascript:top.ran()"></iframe>',
  'frame with data': "<iframe src=\"data:text/html,<script>top.postMessage('ran','*')</script>\"></iframe>",
  'object with data': "<object data=\"data:text/html,<script>top.postMessage('ran','*')</script>\"></object>",
  'embed with data': "<embed src=\"data:text/html,<script>top.postMessage('ran','*')</script>\">",
};

/** Elements that do nothing until someone clicks on them. */
export const hostileControls: Record<string, string> = {
  'link with a javascript address': '<a id="bait" href="javascript:top.ran()">x</a>',
  'link with onclick': '<a id="bait" onclick="top.ran()">x</a>',
  'link in a picture': '<svg><a id="bait" xlink:href="javascript:top.ran()"><text>x</text></a></svg>',
  'button with a javascript action': '<form><button id="bait" formaction="javascript:top.ran()">x</button></form>',
  'form with a javascript action': '<form action="javascript:top.ran()"><button id="bait">x</button></form>',
  'form with onsubmit': '<form onsubmit="top.ran();return false"><button id="bait">x</button></form>',
};

/** Scripts that a page which is already led astray would make or load. */
export const hostileScripts: Record<string, Attack> = {
  'script element': () => {
    const script = document.createElement('script');
    script.text = 'top.ran()';
    document.body.append(script);
  },
  'script from a fragment': () => {
    document.body.append(document.createRange().createContextualFragment('<script>top.ran()</script>'));
  },
  'module script': () => {
    const script = document.createElement('script');
    script.type = 'module';
    script.text = 'top.ran()';
    document.body.append(script);
  },
  'script from data': () => {
    const script = document.createElement('script');
    script.src = 'data:text/javascript,top.ran()';
    document.body.append(script);
  },
  'script from a blob': () => {
    const script = document.createElement('script');
    script.src = URL.createObjectURL(new Blob(['top.ran()'], { type: 'text/javascript' }));
    document.body.append(script);
  },
  'script from outside': (outside) => {
    const script = document.createElement('script');
    script.src = `${outside}/script.js`;
    document.body.append(script);
  },
  'javascript address': () => {
    location.href = 'javascript:void top.ran()';
  },
  'event handler attribute': () => {
    document.body.setAttribute('onhashchange', 'top.ran()');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  },
  // Both from a timer: what a test calls directly is exempt from the policy.
  eval: () => void setTimeout(() => Reflect.get(window, 'eval')('top.ran()')),
  'function from text': () => void setTimeout(() => Reflect.construct(Function, ['top.ran()'])()),
  'timer with text': () => void Reflect.apply(setTimeout, window, ['top.ran()']),
  'interval with text': () => {
    const timer = Reflect.apply(setInterval, window, ['top.ran()', 1]);
    setTimeout(() => clearInterval(timer), 200);
  },
  WebAssembly: async () => {
    await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    window.ran();
  },
  'worker from a blob': () => {
    const source = new Blob(['postMessage(0)'], { type: 'text/javascript' });
    new Worker(URL.createObjectURL(source)).addEventListener('message', () => window.ran());
  },
  'shared worker from a blob': () => {
    const source = new Blob(['onconnect = ({ ports }) => ports[0].postMessage(0)'], { type: 'text/javascript' });
    const { port } = new SharedWorker(URL.createObjectURL(source));
    port.addEventListener('message', () => window.ran());
    port.start();
  },
  'frame with markup of its own': () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>top.ran()</script>';
    // The policy speaks up inside the frame; when it is loaded, its script has run or never will.
    frame.addEventListener('load', () => {
      window.refusals += 1;
    });
    document.body.append(frame);
  },
  'frame from a blob': () => {
    const frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(new Blob(['<script>top.ran()</script>'], { type: 'text/html' }));
    document.body.append(frame);
  },
};

/** Ways to change how the page looks, or where its addresses lead. */
export const hostileStyles: Record<string, Attack> = {
  'style element': () => {
    document.body.insertAdjacentHTML('beforeend', '<style>.probe{outline:7px solid}</style><p class="probe">x</p>');
    if (getComputedStyle(document.querySelector('.probe') ?? document.body).outlineWidth === '7px') window.ran();
  },
  'style attribute': () => {
    document.body.insertAdjacentHTML('beforeend', '<p class="probe" style="outline:7px solid">x</p>');
    if (getComputedStyle(document.querySelector('.probe') ?? document.body).outlineWidth === '7px') window.ran();
  },
  'style sheet from outside': (outside) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${outside}/style.css`;
    link.addEventListener('load', () => window.ran());
    document.head.append(link);
  },
  'base address': () => {
    document.head.insertAdjacentHTML('afterbegin', '<base href="https://example.cn/">');
    if (document.baseURI === 'https://example.cn/') window.ran();
    document.querySelector('base')?.remove();
  },
};
