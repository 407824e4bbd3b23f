import { diffArrays } from 'diff';
import { plainFormOf } from '../text/plain-form.ts';

/** A stretch of one of two texts, and whether the other has it in this place too. */
export interface DifferencePart {
  kind: 'same' | 'changed';
  text: string;
}

/** Both texts, each whole, in parts. */
export interface TextDifferences {
  left: DifferencePart[];
  right: DifferencePart[];
}

/** More differences than this in one stretch are no help to the eye: it is shown as different altogether. */
const mostEdits = { sentences: 300, words: 400 };
/** Stretches that share less of their words than this are different altogether. */
const leastShared = 0.3;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * Two texts word by word, whole sentences first, so that a long text takes little more time than a short one. What differs
 * only in form (width of characters, simplified or traditional, white space and breaks of lines) is the same.
 */
export function differencesBetween(left: string, right: string): TextDifferences {
  const differences: TextDifferences = { left: [], right: [] };
  const add = (run: JoinedRun) => {
    append(differences.left, run.isSame, run.left);
    append(differences.right, run.isSame, run.right);
  };
  for (const run of runsOf(sentencesOf(left), sentencesOf(right), mostEdits.sentences)) {
    if (run.isSame) add(joined(run));
    else for (const { left: one, right: other } of sentencePairs(run)) wordRuns(one, other).forEach(add);
  }
  return differences;
}

/** Where as many sentences stand on both sides, each is compared with the one in its place, if they are alike. */
function sentencePairs({ left, right }: Run): { left: string; right: string }[] {
  const whole = [joined({ isSame: false, left, right })];
  if (left.length !== right.length) return whole;
  const pairs = left.map((sentence, at) => ({ left: sentence, right: right[at] ?? '' }));
  const areAlike = pairs.every((pair) => {
    const shared = countShared([...plainFormOf(pair.left)], [...plainFormOf(pair.right)]);
    return shared >= leastShared * Math.max(pair.left.length, pair.right.length);
  });
  return areAlike ? pairs : whole;
}

function wordRuns(left: string, right: string): JoinedRun[] {
  if (left === '' || right === '') return [{ isSame: false, left, right }];
  return runsOf(wordsOf(left), wordsOf(right), mostEdits.words).map(joined);
}

/** A stretch of both texts: the same in both, or what stands in its place in each. */
interface Run {
  isSame: boolean;
  left: readonly string[];
  right: readonly string[];
}

interface JoinedRun {
  isSame: boolean;
  left: string;
  right: string;
}

function joined({ isSame, left, right }: Run): JoinedRun {
  return { isSame, left: left.join(''), right: right.join('') };
}

function append(parts: DifferencePart[], isSame: boolean, text: string): void {
  if (text === '') return;
  const kind = isSame ? 'same' : 'changed';
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

function runsOf(left: readonly string[], right: readonly string[], most: number): Run[] {
  const [leftForms, rightForms] = [left.map(plainFormOf), right.map(plainFormOf)];
  const shared = countShared(leftForms, rightForms);
  const edits = left.length + right.length - 2 * shared;
  if (edits === 0 && leftForms.every((form, at) => form === rightForms[at])) return [{ isSame: true, left, right }];
  const isUnlike = shared < leastShared * Math.min(left.length, right.length);
  const changes = isUnlike || edits > most ? undefined : diffArrays(leftForms, rightForms, { maxEditLength: most });
  if (changes === undefined) return [{ isSame: false, left, right }];
  const runs: Run[] = [];
  let [leftAt, rightAt] = [0, 0];
  for (const { added, removed, count } of changes) {
    const leftEnd = added ? leftAt : leftAt + count;
    const rightEnd = removed ? rightAt : rightAt + count;
    const run = { left: left.slice(leftAt, leftEnd), right: right.slice(rightAt, rightEnd) };
    [leftAt, rightAt] = [leftEnd, rightEnd];
    const isSame = !added && !removed;
    const last = runs.at(-1);
    if (last === undefined || isSame || last.isSame) runs.push({ isSame, ...run });
    else runs[runs.length - 1] = { isSame, left: [...last.left, ...run.left], right: [...last.right, ...run.right] };
  }
  return runs;
}

function countShared(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const form of left) counts.set(form, (counts.get(form) ?? 0) + 1);
  let shared = 0;
  for (const form of right) {
    const count = counts.get(form) ?? 0;
    if (count > 0) {
      shared += 1;
      counts.set(form, count - 1);
    }
  }
  return shared;
}

function sentencesOf(text: string): string[] {
  return joinBlank(text.match(/[^。！？；\n]*[。！？；\n]|[^。！？；\n]+/gu) ?? []);
}

function wordsOf(text: string): string[] {
  return joinBlank(Array.from(segmenter.segment(text), ({ segment }) => segment));
}

/** White space belongs to what stands before it, so that it makes no difference by itself. */
function joinBlank(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    if (joined.length > 0 && plainFormOf(piece) === '') joined[joined.length - 1] += piece;
    else joined.push(piece);
  }
  return joined;
}

/** A part with the place where it begins, in UTF-16 units. */
export type PlacedPart<Part> = Part & { at: number };

/** The parts line by line; empty lines are left out. */
export function linesOf<Part extends { text: string }>(parts: readonly Part[]): PlacedPart<Part>[][] {
  const lines: PlacedPart<Part>[][] = [[]];
  let at = 0;
  for (const part of parts) {
    part.text.split('\n').forEach((piece, index) => {
      if (index > 0) {
        lines.push([]);
        at += 1;
      }
      if (piece !== '') lines.at(-1)?.push({ ...part, text: piece, at });
      at += piece.length;
    });
  }
  return lines.filter((line) => line.length > 0);
}
