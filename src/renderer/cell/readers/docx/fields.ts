/** Fields that are open: each has a code, which is not text, and then a result, which is. They lie in each other. */
export class Fields {
  private readonly open: { code: string; isCode: boolean }[] = [];

  get isCode(): boolean {
    return this.open.some(({ isCode }) => isCode);
  }

  /** Whether the text is in the result of a table of contents. */
  get isContents(): boolean {
    return this.open.some(({ code, isCode }) => !isCode && isContentsCode(code));
  }

  mark(type: string | undefined): void {
    const current = this.open.at(-1);
    if (type === 'begin') this.open.push({ code: '', isCode: true });
    else if (type === 'end') this.open.pop();
    else if (type === 'separate' && current !== undefined) current.isCode = false;
  }

  writeCode(text: string): void {
    const current = this.open.at(-1);
    if (current?.isCode === true) current.code += text;
  }

  /** A damaged field whose code never ends must not swallow the rest of the text. */
  endOfParagraph(): void {
    while (this.open.at(-1)?.isCode === true) this.open.pop();
  }
}

/** Whether a field's code makes a table of contents. */
export function isContentsCode(code: string): boolean {
  return /^\s*TOC\b/i.test(code);
}
