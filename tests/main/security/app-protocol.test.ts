import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Protocol } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cellPolicy, readerPolicy, reportPolicy } from '../../../src/main/content-security-policy.ts';

vi.mock('electron', () => ({ protocol: {} }));
const { serveApp, serveCell } = await import('../../../src/main/app-protocol.ts');

const secret = 'not for the page';
let folder: string;
let ask: (url: string, method?: string) => Promise<Response>;
let askCell: typeof ask;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-protocol-'));
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await mkdir(join(folder, 'renderer-evil'));
  await writeFile(join(renderer, 'index.html'), '<title>reader</title>');
  await writeFile(join(renderer, 'assets/a.js'), 'export {};');
  await writeFile(join(renderer, 'assets/a.js.map'), secret);
  await writeFile(join(renderer, 'notes.md'), secret);
  await writeFile(join(folder, 'secret.json'), secret);
  await writeFile(join(folder, 'renderer-evil/a.html'), secret);
  let handler: (request: Request) => Promise<Response> = async () => new Response();
  const protocol = {
    handle: (_scheme: string, given: typeof handler) => {
      handler = given;
    },
  };
  const reports = new Map([['1', '<p>report</p>']]);
  serveApp(protocol as unknown as Protocol, renderer, (id) => reports.get(id));
  const program = handler;
  ask = (url, method = 'GET') => program({ url, method } as Request);
  serveCell(protocol as unknown as Protocol, renderer);
  const cell = handler;
  askCell = (url, method = 'GET') => cell({ url, method } as Request);
});
afterAll(() => rm(folder, { recursive: true }));

describe('files of the reader', () => {
  test.each([
    ['app://reader/index.html', 'text/html; charset=utf-8'],
    ['app://reader/assets/a.js', 'text/javascript; charset=utf-8'],
  ])('%s comes with its type and the policy', async (url, type) => {
    const { status, headers } = await ask(url);
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe(type);
    expect(headers.get('Content-Security-Policy')).toBe(readerPolicy);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'])('%s is not a way to ask', async (method) => {
    expect((await ask('app://reader/index.html', method)).status).toBe(405);
  });
});

describe('a report', () => {
  test('comes with its own policy', async () => {
    const response = await ask('app://report/1/');
    expect(await response.text()).toBe('<p>report</p>');
    expect(response.headers.get('Content-Security-Policy')).toBe(reportPolicy);
  });

  test.each(['app://report/', 'app://report/2/', 'app://report/__proto__/', 'app://report/../reader/index.html'])(
    '%s is not there',
    async (url) => {
      expect((await ask(url)).status).toBe(404);
    },
  );
});

test.each([
  'app://reader/../secret.json',
  'app://reader/%2e%2e/secret.json',
  'app://reader/..%2fsecret.json',
  'app://reader/..%2Fsecret.json',
  'app://reader/..%252fsecret.json',
  'app://reader/%252e%252e%252fsecret.json',
  'app://reader/..%5csecret.json',
  'app://reader/..\\secret.json',
  'app://reader/assets/..%2f..%2fsecret.json',
  'app://reader/..%2frenderer-evil/a.html',
  'app://reader/index.html%00.png',
  'app://reader/%00',
  'app://reader//etc/passwd',
  'app://reader/%2fetc%2fpasswd',
  'app://reader/C:/secret.json',
  'app://reader/assets/a.js.map',
  'app://reader/notes.md',
  'app://reader/assets',
  'app://reader/assets/',
  'app://reader/',
  'app://reader/missing.js',
  'app://reader/%',
  'app://other/index.html',
  'app://reader.evil/index.html',
  'app://reader:1/index.html',
  'app:///index.html',
])('%s gives nothing away', async (url) => {
  const response = await ask(url);
  expect([403, 404]).toContain(response.status);
  expect(await response.text()).toBe('');
});

describe('files of a cell', () => {
  test('come with its own policy, which allows nothing but scripts and tables', async () => {
    const { status, headers } = await askCell('app://cell/assets/a.js');
    expect(status).toBe(200);
    expect(headers.get('Content-Security-Policy')).toBe(cellPolicy);
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(cellPolicy).toMatch(/^default-src 'none'; script-src 'self'; connect-src 'self'; object-src 'none'/);
  });

  test.each(['app://reader/index.html', 'app://report/1/', 'app://other/index.html'])(
    '%s is not among them',
    async (url) => {
      expect((await askCell(url)).status).toBe(404);
    },
  );

  test.each(['app://cell/notes.md', 'app://cell/..%2fsecret.json', 'app://cell/%5c..%5csecret.json'])(
    '%s is refused',
    async (url) => {
      expect((await askCell(url)).status).toBe(403);
    },
  );

  test('nothing can be sent to it', async () => {
    expect((await askCell('app://cell/cell.html', 'POST')).status).toBe(405);
  });

  test('the program does not serve them to its own page', async () => {
    expect((await ask('app://cell/cell.html')).status).toBe(404);
  });
});
