import type { TextRange } from '../text/code-points.ts';
import type { NoteHit } from './search-notes.ts';
import type { SnippetPiece } from './snippet.ts';

/** What a list of results shows of a note. */
export interface NoteExcerpt {
  /** A few lines around the first hit in the note, or its beginning; empty where nothing is written. */
  body: SnippetPiece[];
  /** The passage around its first hit; empty without a hit, unless there is nothing else to show. */
  quote: SnippetPiece[];
  /** Of the task, the lines that were hit. */
  task: SnippetPiece[];
  /** The tags that were hit. */
  tags: SnippetPiece[][];
}

/** Code points shown before the first hit, and from its beginning on. */
const before = 14;
const onwards = 60;
const ellipsis = '\u2026';

export function noteExcerptOf({ note, body, quote, task, tags }: NoteHit): NoteExcerpt {
  return {
    body: around(note.body, body),
    quote: quote.length > 0 || note.body.trim() === '' ? around(note.quote, quote) : [],
    task: task.length > 0 ? around(note.task, task) : [],
    tags: note.tags.flatMap((tag, index) => {
      const ranges = tags[index] ?? [];
      return ranges.length === 0 ? [] : [marked([...tag], 0, ranges)];
    }),
  };
}

function around(text: string, ranges: readonly TextRange[]): SnippetPiece[] {
  const characters = [...text.replace(/\s/gu, ' ')];
  const first = Math.min(...ranges.map(({ start }) => start), characters.length);
  const from = ranges.length === 0 ? 0 : Math.max(0, first - before);
  const until = Math.min(characters.length, (ranges.length === 0 ? 0 : first) + onwards);
  const pieces = marked(characters.slice(from, until), from, ranges);
  if (from > 0) pieces.unshift({ text: ellipsis, hit: false });
  if (until < characters.length) pieces.push({ text: ellipsis, hit: false });
  return pieces;
}

/** `characters`, of which the first is number `start` of its text, cut where hits begin and end. */
function marked(characters: readonly string[], start: number, ranges: readonly TextRange[]): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  for (const [index, character] of characters.entries()) {
    const at = start + index;
    const hit = ranges.some((range) => range.start <= at && at < range.end);
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += character;
    else pieces.push({ text: character, hit });
  }
  return pieces;
}
