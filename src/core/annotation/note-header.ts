/** One key of a note's header with the lines it was written in. */
export interface HeaderEntry {
  key: string;
  /** The entry's own lines, comment lines right above it included, joined by `\n`, without the last line break. */
  source: string;
  /** What follows the colon, up to the end of the entry. */
  written: string;
}

/**
 * Cuts a header into its top-level keys without interpreting their values. A key begins at the start of a line; indented
 * lines, blank lines and list dashes continue it. Cutting first and reading only the known keys afterwards means that
 * whatever other programs wrote can be kept as it is, and that none of it has to be understood. `undefined` when a line
 * fits nowhere, e.g. after a failed merge.
 */
export function splitHeader(header: string): HeaderEntry[] | undefined {
  const entries: HeaderEntry[] = [];
  let comments: string[] = [];
  for (const line of header.split('\n')) {
    const current = entries.at(-1);
    if (line.startsWith('#')) {
      comments.push(line);
    } else if (isContinuation(line)) {
      if (current !== undefined) {
        const more = [...comments, line].join('\n');
        current.source += `\n${more}`;
        current.written += `\n${more}`;
        comments = [];
      } else if (line.trim() !== '') {
        return undefined;
      }
    } else {
      const start = readKey(line);
      if (start === undefined) return undefined;
      entries.push({ key: start.key, source: [...comments, line].join('\n'), written: start.written });
      comments = [];
    }
  }
  const last = entries.at(-1);
  if (last !== undefined && comments.length > 0) last.source += `\n${comments.join('\n')}`;
  return entries;
}

function isContinuation(line: string): boolean {
  return line.trim() === '' || /^[ \t]/.test(line) || /^-(?:[ \t]|$)/.test(line);
}

/** The key that begins on this line and what follows its colon. */
function readKey(line: string): { key: string; written: string } | undefined {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(line)?.[0];
  const colon = keyEnd(line, quoted?.length ?? 0);
  if (colon === undefined) return undefined;
  const key = quoted === undefined ? line.slice(0, colon).trimEnd() : unquoteKey(quoted);
  if (key === undefined || key === '') return undefined;
  if (quoted === undefined && /^(?:[[\]{},&*!|>%@`"']|\?[ \t])/.test(key)) return undefined;
  if (quoted !== undefined && line.slice(quoted.length, colon).trim() !== '') return undefined;
  return { key, written: line.slice(colon + 1) };
}

/** Index of the first colon that ends a key: one with white space or nothing after it. */
function keyEnd(line: string, from: number): number | undefined {
  for (let colon = line.indexOf(':', from); colon !== -1; colon = line.indexOf(':', colon + 1)) {
    const next = line[colon + 1];
    if (next === undefined || next === ' ' || next === '\t') return colon;
  }
  return undefined;
}

function unquoteKey(quoted: string): string | undefined {
  if (quoted.startsWith("'")) return quoted.slice(1, -1).replaceAll("''", "'");
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}
