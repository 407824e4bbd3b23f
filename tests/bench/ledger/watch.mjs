/**
 * Marks in the page what is asked of it. Runs in the page, once.
 */
export function startWatching() {
  const calm = 300;
  const patience = 20_000;
  const frames = 40;
  /** CSS pixels a frame: many screens a second, so that every frame has new rows. */
  const step = 240;
  let last = performance.now();
  new PerformanceObserver(() => {
    last = performance.now();
  }).observe({ type: 'longtask' });
  const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const painting = async (/** @type {string} */ selector) => {
    const begin = performance.now();
    while (document.querySelector(selector) === null) {
      if (performance.now() - begin > patience) throw new Error(`there is no ${selector}`);
      await nextFrame();
    }
    await nextFrame();
    // What follows a frame's callbacks runs after its painting.
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  };
  /** @type {Promise<void>} */
  let painted = Promise.resolve();
  const watching = {
    /** Resolves when the page has had no long task for a while. */
    async rested() {
      last = performance.now();
      while (performance.now() - last < calm) await pause(50);
    },
    /** @param {string} act */
    begin: (act) => void performance.mark(`ledger begin ${act}`),
    /** @param {string} act */
    end: (act) => void performance.mark(`ledger end ${act}`),
    /**
     * The act lasts from the next key or click until what the selector asks for has been painted.
     *
     * @param {string} act
     * @param {string} selector
     */
    watch(act, selector) {
      const asked = new Promise((resolve) => {
        const note = () => resolve(watching.begin(act));
        for (const type of ['keydown', 'pointerdown']) addEventListener(type, note, { capture: true, once: true });
      });
      painted = asked.then(() => painting(selector)).then(() => watching.end(act));
    },
    /** Resolves when what was watched has been painted. */
    shown: () => painted,
    /**
     * The middle of what the selector asks for; of what has these words, if they are given.
     *
     * @param {string} selector
     * @param {string} words
     */
    middle(selector, words) {
      const all = [...document.querySelectorAll(selector)];
      const found = all.find((element) => element.textContent?.includes(words));
      if (found === undefined) throw new Error(`there is no ${selector} ${words}`);
      const column = found.closest('[data-column]');
      const scroller = found.closest('[role=grid]')?.parentElement;
      // Not below the first column, which stays.
      if (column instanceof HTMLElement && scroller) scroller.scrollLeft = column.offsetLeft - scroller.clientWidth / 2;
      const box = found.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    },
    /** Scrolls down through the grid. */
    async scroll() {
      const scroller = document.querySelector('[role=grid]')?.parentElement;
      for (let frame = 0; frame < frames; frame += 1) {
        scroller?.scrollBy(0, step);
        await nextFrame();
      }
    },
  };
  Object.assign(globalThis, { watching });
}
