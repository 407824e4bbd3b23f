import { markdownParts } from '#core/report/to-markdown';
import type { FileJob } from './file-makers.ts';
import { inSlices } from './in-slices.ts';
import type { ReportSource } from './report-pages.ts';

/** A report as a Markdown file, or `undefined` when the reader cancelled. */
export async function makeMarkdown(
  source: ReportSource,
  { signal, onProgress }: Pick<FileJob, 'signal' | 'onProgress'>,
): Promise<string | undefined> {
  const parts = [...markdownParts(source)];
  const made: string[] = [];
  await inSlices(
    parts,
    (part) => {
      made.push(part());
      if (made.length % 50 === 0) onProgress(0.05 + (0.9 * made.length) / parts.length);
    },
    signal,
  );
  return signal.aborted ? undefined : made.join('');
}
