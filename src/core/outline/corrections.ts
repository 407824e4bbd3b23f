import { codePointLength, utf16Offset } from '../text/code-points.ts';
import { plainForm } from '../text/plain-form.ts';
import { type DecidedRole, type TextBlock, withoutLayout } from './text-block.ts';

/** How a correction names its block, so that it finds it again in another edition of the document. */
export interface BlockName {
  /** The block's text in plain form, no more than its beginning. */
  text: string;
  /** How many blocks with the same text stand before it. */
  occurrence: number;
  /** How many blocks there are with the same text. */
  occurrences: number;
  /** The end of the block before it in plain form; empty for the first. */
  before: string;
}

/**
 * What the reader corrected in how an imported document was read. `heading`: the block is a heading of this level. `text`:
 * it is none. `role`: it is something else altogether. `number`: its heading counts as this one of its list. `merge`: it goes on the block before it. `split`: a block of its own
 * begins at code point `at`.
 */
export type Correction =
  | { kind: 'heading'; block: BlockName; level: number }
  | { kind: 'text'; block: BlockName }
  | { kind: 'role'; block: BlockName; role: DecidedRole }
  | { kind: 'number'; block: BlockName; number: number }
  | { kind: 'merge'; block: BlockName }
  | { kind: 'split'; block: BlockName; at: number };

/** A file of corrections, as it is kept beside the document. */
export interface Corrections {
  schema: 'corrections/1';
  corrections: Correction[];
}

/** A document with corrections applied. */
export interface CorrectedBlocks {
  /** Without layout, one line a block. */
  blocks: TextBlock[];
  /** The corrections that found no place in this edition. Keep them: another edition may have it again. */
  unplaced: Correction[];
}

/** Longest plain texts that name a block. */
export const longestName = 200;
const longestBefore = 60;

/**
 * Applies the corrections one after the other, each to what those before it made of the document. No character is lost
 * and none is moved: a line that is dropped is still among them, and only marked. What the reader corrects are lines: of a block that holds several, each is one.
 */
export function applyCorrections(blocks: readonly TextBlock[], corrections: readonly Correction[]): CorrectedBlocks {
  const document = new CorrectedDocument(withoutLayout(blocks));
  const unplaced = corrections.filter((correction) => !document.apply(correction));
  return { blocks: document.blocks(), unplaced };
}

/** The name of the block at `index`, for a new correction; `blocks` as `applyCorrections` gave them. */
export function nameBlock(blocks: readonly TextBlock[], index: number): BlockName {
  const text = nameOf(blocks[index]?.text ?? '');
  const same = blocks.flatMap((block, other) => (nameOf(block.text) === text ? [other] : []));
  return {
    text,
    occurrence: Math.max(0, same.indexOf(index)),
    occurrences: Math.max(1, same.length),
    before: index > 0 ? endOf(blocks[index - 1]?.text ?? '') : '',
  };
}

interface Line {
  block: TextBlock;
  name: string;
  previous?: Line;
  next?: Line;
}

/** Lines in a chain, found by their names, so that a correction does not walk through a long document. */
class CorrectedDocument {
  readonly #head: Line = { block: { text: '' }, name: '' };
  readonly #byName = new Map<string, Set<Line>>();

  constructor(blocks: readonly TextBlock[]) {
    let last = this.#head;
    for (const block of blocks) last = this.#insertAfter(last, block);
  }

  blocks(): TextBlock[] {
    const blocks: TextBlock[] = [];
    for (let line = this.#head.next; line; line = line.next) blocks.push(line.block);
    return blocks;
  }

  apply(correction: Correction): boolean {
    const line = this.#find(correction.block);
    if (line === undefined) return false;
    switch (correction.kind) {
      case 'heading':
        line.block = decided(line.block, { level: correction.level });
        return true;
      case 'text':
        line.block = decided(line.block, 'text');
        return true;
      case 'role':
        line.block = decided(line.block, correction.role);
        return true;
      case 'number':
        line.block = { ...line.block, hint: { ...line.block.hint, number: correction.number } };
        return true;
      case 'merge':
        return this.#merge(line);
      case 'split':
        return this.#split(line, correction.at);
    }
  }

  #merge(line: Line): boolean {
    const { previous } = line;
    if (previous === undefined || previous === this.#head) return false;
    this.#remove(line);
    this.#retext(previous, joined(previous.block.text, line.block.text));
    return true;
  }

  #split(line: Line, at: number): boolean {
    const { text } = line.block;
    const units = utf16Offset(text, at);
    const [first, second] = [text.slice(0, units).trimEnd(), text.slice(units).trimStart()];
    if (at <= 0 || at >= codePointLength(text) || first === '' || second === '') return false;
    this.#retext(line, first);
    const { headingLevel: _, decided: __, number: ___, ...look } = line.block.hint ?? {};
    this.#insertAfter(line, Object.keys(look).length > 0 ? { text: second, hint: look } : { text: second });
    return true;
  }

  /** The line with this name; among several the one that stands where it stood. */
  #find({ text, occurrence, occurrences, before }: BlockName): Line | undefined {
    const named = [...(this.#byName.get(text) ?? [])];
    if (named.length <= 1 && occurrences <= 1) return named[0];
    const placed = named.filter(({ previous }) => previous !== undefined && this.#endBefore(previous) === before);
    if (placed.length <= 1) return placed[0];
    const inOrder = this.#inOrder(placed);
    return named.length === occurrences ? (this.#inOrder(named)[occurrence] ?? inOrder[0]) : inOrder[0];
  }

  #endBefore(previous: Line): string {
    return previous === this.#head ? '' : endOf(previous.block.text);
  }

  #inOrder(lines: readonly Line[]): Line[] {
    const wanted = new Set(lines);
    const found: Line[] = [];
    for (let line = this.#head.next; line && found.length < wanted.size; line = line.next) {
      if (wanted.has(line)) found.push(line);
    }
    return found;
  }

  #retext(line: Line, text: string): void {
    this.#forget(line);
    line.block = { ...line.block, text };
    line.name = nameOf(text);
    this.#remember(line);
  }

  #insertAfter(previous: Line, block: TextBlock): Line {
    const line: Line = { block, name: nameOf(block.text), previous, ...(previous.next && { next: previous.next }) };
    if (previous.next) previous.next.previous = line;
    previous.next = line;
    this.#remember(line);
    return line;
  }

  #remove(line: Line): void {
    this.#forget(line);
    const { previous, next } = line;
    if (next && previous) next.previous = previous;
    if (previous && next) previous.next = next;
    else delete previous?.next;
  }

  #remember(line: Line): void {
    const lines = this.#byName.get(line.name) ?? new Set();
    lines.add(line);
    this.#byName.set(line.name, lines);
  }

  #forget(line: Line): void {
    this.#byName.get(line.name)?.delete(line);
  }
}

function decided(block: TextBlock, decision: { level: number } | 'text' | DecidedRole): TextBlock {
  return { ...block, hint: { ...block.hint, decided: decision } };
}

/** Latin words keep their distance; Chinese has none. */
function joined(first: string, second: string): string {
  return /[A-Za-z0-9]$/u.test(first) && /^[A-Za-z0-9]/u.test(second) ? `${first} ${second}` : first + second;
}

/** Text without any visible character names itself. */
function nameOf(text: string): string {
  const name = plainOf(text, longestName);
  return name === '' ? text.slice(0, longestName) : name;
}

function endOf(text: string): string {
  return plainOf(text.slice(-longestBefore * 2), longestBefore * 4).slice(-longestBefore);
}

function plainOf(text: string, most: number): string {
  let plain = '';
  for (const character of text) {
    plain += plainForm(character);
    if (plain.length >= most) break;
  }
  return plain.slice(0, most);
}
