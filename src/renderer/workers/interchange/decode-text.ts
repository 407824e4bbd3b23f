/**
 * The text of a file whose encoding nobody has told: by its byte order mark, else UTF-16 where the first characters, which
 * are ASCII in JSON, lie two bytes apart, else UTF-8, else GB18030. `undefined`: it is no text in any of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encodings = marked(bytes) ?? ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? undefined : text;
    } catch {
      // The next one, then.
    }
  }
  return undefined;
}

function marked([first, second, third]: Uint8Array): string[] | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8'];
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return ['utf-16le'];
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return ['utf-16be'];
  return undefined;
}
