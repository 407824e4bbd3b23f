import { workbookLimits } from '#core/sheet/workbook';
import { readXml } from '../docx/xml-events.ts';
import type { ZipParts } from '../docx/zip-parts.ts';
import { Unreadable } from '../reader.ts';

/** The texts that cells refer to by number. Runs of one text are joined; readings of characters are left out. */
export function readSharedTexts(parts: ZipParts, part: string | undefined): string[] {
  const texts: string[] = [];
  if (part === undefined || !parts.names.includes(part)) return texts;
  const listener = textListener();
  let characters = 0;
  readXml(parts, part, {
    open: ({ name }) => listener.open(localOf(name)),
    close: (name) => {
      const local = localOf(name);
      listener.close(local);
      if (local !== 'si') return;
      const text = listener.take();
      characters += text.length;
      if (texts.length >= workbookLimits.cells || characters > workbookLimits.characters)
        throw new Unreadable('too-much-text');
      texts.push(text);
    },
    text: listener.text,
  });
  return texts;
}

export function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export interface TextListener {
  open: (local: string) => void;
  close: (local: string) => void;
  text: (text: string) => void;
  /** What was heard since the last time. */
  take: () => string;
}

/** Hears the text of one cell or one shared text. */
export function textListener(): TextListener {
  let heard = '';
  let isText = false;
  let readings = 0;
  return {
    open: (local) => {
      if (local === 'rPh') readings += 1;
      if (local === 't') isText = readings === 0;
    },
    close: (local) => {
      if (local === 'rPh') readings -= 1;
      if (local === 't') isText = false;
    },
    text: (text) => {
      if (!isText) return;
      heard += text;
      if (heard.length > workbookLimits.characters) throw new Unreadable('too-much-text');
    },
    take: () => {
      const text = unescaped(heard);
      heard = '';
      return text;
    },
  };
}

/** `_x0041_` stands for a character by its number. */
export function unescaped(text: string): string {
  const plain = text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return plain.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '\ufffd');
}
