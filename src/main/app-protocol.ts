import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { cellPolicy, readerPolicy, reportPolicy } from './content-security-policy.ts';
import { resolveInside } from './resolve-inside.ts';

export const readerUrl = 'app://reader/index.html';
/** The page of a cell, in which a file of others is read. */
export const cellUrl = 'app://cell/cell.html';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.bcmap': 'application/octet-stream',
};

/** Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves `app://reader/…` from the built renderer and `app://report/<id>/` from the reports that were prepared.
 * Every other scheme that could reach the disk is refused in `session-guard.ts`.
 */
export function serveApp(
  target: Protocol,
  rendererFolder: string,
  reportPage: (id: string) => string | undefined,
): void {
  target.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return refusal(405);
    if (url.host === 'report') return serveReport(url, reportPage);
    // A report is another origin in a frame, so its fonts come by CORS.
    const extra = { 'Access-Control-Allow-Origin': 'app://report' };
    if (url.host === 'reader') return serveFile(url, rendererFolder, readerPolicy, extra);
    return refusal(404);
  });
}

/** Serves `app://cell/…`, scripts and tables of the built renderer, to a session that has nothing else. */
export function serveCell(target: Protocol, rendererFolder: string): void {
  target.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return refusal(405);
    return url.host === 'cell' ? serveFile(url, rendererFolder, cellPolicy) : refusal(404);
  });
}

function serveReport(url: URL, reportPage: (id: string) => string | undefined): Response {
  const page = reportPage(url.pathname.replaceAll('/', ''));
  return page === undefined ? refusal(404) : answer(page, '.html', reportPolicy);
}

async function serveFile(
  url: URL,
  folder: string,
  policy: string,
  extra: Record<string, string> = {},
): Promise<Response> {
  const path = resolveInside(folder, url.pathname);
  const extension = path === undefined ? '' : extname(path);
  if (path === undefined || contentTypes[extension] === undefined) return refusal(403);
  try {
    return answer(await readFile(path), extension, policy, extra);
  } catch {
    return refusal(404);
  }
}

function answer(
  body: string | Buffer,
  extension: string,
  policy: string,
  extra: Record<string, string> = {},
): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': contentTypes[extension] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      ...extra,
    },
  });
}

function refusal(status: number): Response {
  return new Response(null, { status });
}
