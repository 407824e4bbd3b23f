import { compareImport } from '#core/interchange/compare-import';
import { fromJsonLd } from '#core/interchange/from-jsonld';
import { decodeText } from './decode-text.ts';
import type { ContentProblem, ImportRequest, ImportResponse } from './import-messages.ts';

/** The worker's part: a file that anybody may have made is taken apart here, away from the page and from the disk. */
export function answerImport(
  { bytes, plan, present, now }: ImportRequest,
  onProgress: (done: number, total: number) => void,
): ImportResponse {
  const text = decodeText(bytes);
  if (text === undefined) return problem('not-text');
  if (text.trim() === '') return problem('empty');
  const file = parseJson(text);
  if (file === undefined) return problem(looksCutOff(text) ? 'truncated' : 'not-json');
  const read = fromJsonLd(file, { plan, now, onProgress });
  if (!read.ok) return problem(read.error);
  const { imported, refused, others } = read.value;
  return { kind: 'read', reading: { ...compareImport(present, imported), refused, others } };
}

function problem(what: ContentProblem): ImportResponse {
  return { kind: 'problem', problem: what };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** It begins as JSON of ours does, but does not end so. */
function looksCutOff(text: string): boolean {
  return /^\s*[[{]/.test(text) && !/[\]}]\s*$/.test(text.slice(-200));
}
