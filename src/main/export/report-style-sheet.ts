import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The address of the built style sheet for reports; its file name has a hash, which only the built page knows. */
export async function reportStyleSheet(rendererFolder: string): Promise<string> {
  const page = await readFile(join(rendererFolder, 'report.html'), 'utf8');
  const path = /<link\b[^>]*\bhref="\.?\/?([^"]+\.css)"/.exec(page)?.[1];
  if (path === undefined) throw new Error('report.html names no style sheet');
  return new URL(path, 'app://reader/').href;
}
