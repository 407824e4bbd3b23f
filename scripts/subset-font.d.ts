/** The package brings no types of its own. */
declare module 'subset-font' {
  /** Answers the font with only the characters of the text in it. */
  function subsetFont(font: Uint8Array, text: string, options: { targetFormat: 'woff2' }): Promise<Uint8Array>;
  export = subsetFont;
}
