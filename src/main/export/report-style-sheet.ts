import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The address of the built style sheet for reports; its file name has a hash, which only the built page knows. */
export async function reportStyleSheet(rendererFolder: string): Promise<string> {
  return new URL(await pathOf(rendererFolder), 'app://reader/').href;
}

/** What that style sheet says. */
export async function reportStyles(rendererFolder: string): Promise<string> {
  return readFile(join(rendererFolder, await pathOf(rendererFolder)), 'utf8');
}

async function pathOf(rendererFolder: string): Promise<string> {
  const page = await readFile(join(rendererFolder, 'report.html'), 'utf8');
  const path = /<link\b[^>]*\bhref="\.?\/?([^"]+\.css)"/.exec(page)?.[1];
  if (path === undefined) throw new Error('report.html names no style sheet');
  return path;
}
