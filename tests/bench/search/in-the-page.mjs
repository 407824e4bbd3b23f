/*
 * What runs in the reader's page: Playwright takes the functions over one by one, so that none of them may use anything outside
 * itself.
 */

/**
 * @typedef {object} WorkerFigures
 * @property {number} build
 * @property {number[]} times
 * @property {number[]} found
 */

/**
 * One engine in a worker.
 *
 * @param {{ script: string, data: string, engine: string, rounds: number }} options
 * @returns {Promise<WorkerFigures>}
 */
export async function measureInWorker({ script, data, engine, rounds }) {
  const text = await (await fetch(data)).text();
  const worker = new Worker(script, { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', (event) => resolve(event.data));
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.postMessage({ engine, text, rounds });
    });
  } finally {
    worker.terminate();
  }
}

/**
 * The program's own worker, asked as the page asks it: from the question until the answer is there, once it has settled, and
 * for a query typed letter by letter the longest time for which the page could not have drawn a frame.
 *
 * @param {{ script: string, data: string, rounds: number, typed: string[] }} options
 * @returns {Promise<{ ready: number, ordered: number, times: number[], found: number[], longestTask: number, typedTimes: number[] }>}
 */
export async function measureFromPage({ script, data, rounds, typed }) {
  const { plan, queries } = await (await fetch(data)).json();
  const worker = new Worker(script, { type: 'module' });
  /** @typedef {{ tallies: { sections: number, related: number }[], places: Int32Array, ranges: Int32Array }} Texts */
  /** @type {(response: { kind: string, id?: number, findings?: { texts: Texts } }) => void} */
  let receive = () => {};
  worker.addEventListener('message', (event) => receive(event.data));
  let id = 0;
  const ask = (/** @type {string} */ query) => {
    id += 1;
    const mine = id;
    const begin = performance.now();
    const options = { locate: 200, places: plan.id };
    worker.postMessage({ kind: 'search', id, query, within: 'everything', options });
    return new Promise((resolve) => {
      receive = (response) => {
        if (response.kind === 'ordered') isOrdered = true;
        if (response.id !== mine || response.findings === undefined) return;
        const { tallies, places, ranges } = response.findings.texts;
        // as the client does: the page works with objects
        const painted = [];
        for (const list of [places, ranges]) {
          for (let at = 0; at < list.length; at += 2) painted.push({ start: list[at], end: list[at + 1] });
        }
        const found = tallies.reduce((sum, { sections, related }) => sum + sections + related, 0);
        resolve({ time: performance.now() - begin, found });
      };
    });
  };
  let isOrdered = false;
  const begin = performance.now();
  worker.postMessage({ kind: 'load', documents: [plan], kept: [] });
  await ask(queries[0].text);
  const ready = performance.now() - begin;
  // beyond a size there is no index; otherwise it comes in while questions are answered
  while (!isOrdered && plan.blocks.length < 10_000) {
    await ask(queries[0].text);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const ordered = performance.now() - begin;
  const answers = [];
  for (const { text } of queries) {
    const rows = [];
    for (let round = 0; round < rounds; round += 1) rows.push(await ask(text));
    answers.push({ time: Math.min(...rows.map(({ time }) => time)), found: rows[0].found });
  }
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  observer.observe({ type: 'longtask' });
  const typedTimes = [];
  for (const query of typed) {
    for (let length = 1; length <= query.length; length += 1) {
      typedTimes.push((await ask(query.slice(0, length))).time);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  worker.terminate();
  return {
    ready,
    ordered,
    times: answers.map(({ time }) => time),
    found: answers.map(({ found }) => found),
    longestTask,
    typedTimes,
  };
}
