import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron } from '@playwright/test';
import mammoth from 'mammoth';
import { runnerImport } from 'vite';
import { root } from '../../../scripts/command.mjs';
import { sandboxFlags } from '../../../scripts/sandbox.mjs';
import { buildCellApplication } from '../../fixtures/cell-application/build.mjs';
import { median } from '../median.mjs';

const rounds = 5;
const megabyte = 1_000_000;

/**
 * From the bytes of a file to checked blocks in the main process, with a cell of its own each time, beside what the bare
 * library needs for the text of the same file in Node, without numbers, paragraphs and a process.
 *
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<import('../../../scripts/bench.mjs').Comparison[]>}
 */
export async function bench(runtime) {
  const folder = await mkdtemp(join(tmpdir(), 'plan-reader-bench-'));
  try {
    const files = await makeFiles(folder);
    const times = await cellTimes(runtime, folder, files);
    const comparison = async (
      /** @type {keyof typeof files} */ name,
      /** @type {string} */ what,
      /** @type {string} */ baselineName,
    ) => ({
      what,
      baselineName,
      baseline: await baselineTime(name, await readFile(files[name])),
      measured: median(times[name]),
      unit: 'ms',
    });
    return [
      { ...(await comparison('text', '1 MB of text', 'TextDecoder')), limit: 1_000 },
      { ...(await comparison('word', 'document of Word with 1 MB of text', 'mammoth')), limit: 2_000 },
      { ...(await comparison('pdf', 'PDF of 300 pages', 'pdf.js')), reach: 3 },
    ];
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}

/** @param {string} folder */
async function makeFiles(folder) {
  /** @type {{ module: typeof import('./make-files.ts') }} */
  const { module } = await runnerImport(join(root, 'tests/bench/importing/make-files.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const files = { text: join(folder, 'a.txt'), word: join(folder, 'a.docx'), pdf: join(folder, 'a.pdf') };
  await writeFile(files.text, module.makeFile.text(megabyte));
  await writeFile(files.word, module.makeFile.word(megabyte));
  await writeFile(files.pdf, module.makeFile.pdf(300));
  return files;
}

/**
 * @template {string} Name
 * @param {import('../../../scripts/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string} folder
 * @param {Record<Name, string>} files
 * @returns {Promise<Record<Name, number[]>>}
 */
async function cellTimes(runtime, folder, files) {
  const application = join(folder, 'cells');
  await buildCellApplication(application);
  const app = await electron.launch({
    executablePath: runtime.executable,
    args: [
      ...(await sandboxFlags(runtime.executable)),
      application,
      `--user-data-dir=${join(folder, 'profile')}`,
      '--disable-gpu',
      '--log-level=3',
    ],
  });
  try {
    await app.evaluate(({ app: program }) => program.whenReady());
    const times = /** @type {Record<Name, number[]>} */ ({});
    for (const [name, path] of /** @type {[Name, string][]} */ (Object.entries(files))) {
      times[name] = [];
      for (let round = 0; round < rounds; round += 1) {
        const { time, isRead } = await app.evaluate(
          async (_electron, request) => {
            const reading = await globalThis.readInCell(request);
            return { time: reading.time, isRead: reading.outcome.ok };
          },
          { path },
        );
        if (!isRead) throw new Error(`${path} was not read`);
        times[name].push(time);
      }
    }
    return times;
  } finally {
    await app.close();
  }
}

/** @type {Record<string, (bytes: Buffer) => Promise<unknown>>} */
const bare = {
  text: async (bytes) => new TextDecoder().decode(bytes).split('\n'),
  word: (bytes) => mammoth.extractRawText({ buffer: bytes }),
  pdf: async (bytes) => {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = pdfjs.getDocument({
      data: Uint8Array.from(bytes),
      verbosity: 0,
      cMapUrl: `${join(root, 'node_modules/pdfjs-dist/cmaps')}/`,
    });
    const document = await task.promise;
    for (let page = 1; page <= document.numPages; page += 1) await (await document.getPage(page)).getTextContent();
    await task.destroy();
  },
};

/**
 * @param {string} name
 * @param {Buffer} bytes
 */
async function baselineTime(name, bytes) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await bare[name]?.(bytes);
    times.push(performance.now() - start);
  }
  return median(times);
}
