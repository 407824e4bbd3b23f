import type { Attack } from './attempt.ts';

/*
 * Ways to make a page send a request. Each function is sent to the page by itself, so that it uses nothing from here.
 * Those that can tell report their success.
 */
export const requestAttacks: Record<string, Attack> = {
  fetch: (target) => void fetch(target, { mode: 'no-cors' }).catch(() => undefined),
  XMLHttpRequest: (target) => {
    const request = new XMLHttpRequest();
    request.open('GET', target);
    request.send();
  },
  EventSource: (target) => void new EventSource(target),
  WebSocket: (target) => void new WebSocket(target.replace('http:', 'ws:')),
  beacon: (target) => void navigator.sendBeacon(target, 'x'),
  'image object': (target) => {
    new Image().src = target;
  },
  'image in a style': (target) => {
    const element = document.createElement('p');
    element.style.backgroundImage = `url(${target})`;
    document.body.append(element);
  },
  'font object': (target) => void new FontFace('x', `url(${target})`).load().catch(() => undefined),
  'worker script': (target) => {
    const worker = new Worker(URL.createObjectURL(new Blob([`importScripts('${target}')`])));
    worker.addEventListener('error', (event) => event.preventDefault());
  },
  'ping of a link': (target) => {
    const link = document.createElement('a');
    link.href = '#here';
    link.ping = target;
    document.body.append(link);
    link.click();
  },
};

/** Markup that loads TARGET as soon as it is in the page. */
export const requestMarkup: Record<string, string> = {
  image: '<img src="TARGET">',
  'image of several sizes': '<img srcset="TARGET 1x">',
  'picture source': '<picture><source srcset="TARGET"><img></picture>',
  'image button': '<input type="image" src="TARGET">',
  'image in a drawing': '<svg><image href="TARGET"/></svg>',
  video: '<video src="TARGET"></video>',
  poster: '<video poster="TARGET"></video>',
  audio: '<audio src="TARGET" autoplay></audio>',
  frame: '<iframe src="TARGET"></iframe>',
  object: '<object data="TARGET"></object>',
  embed: '<embed src="TARGET">',
  'style sheet': '<link rel="stylesheet" href="TARGET">',
  prefetch: '<link rel="prefetch" href="TARGET">',
  preload: '<link rel="preload" as="image" href="TARGET">',
  'module preload': '<link rel="modulepreload" href="TARGET">',
};
