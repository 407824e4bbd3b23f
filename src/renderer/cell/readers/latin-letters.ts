/** Bytes as the letters of Latin 1, one each: for looking for what is written in ASCII. */
export function latinLetters(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
