import { SaxesParser } from 'saxes';
import { documentLimits } from '#core/importing/read-document';
import { Unreadable } from '../reader.ts';
import type { ZipParts } from './zip-parts.ts';

/** An element as it opens. */
export interface XmlElement {
  /** With the prefix that this format uses by custom (`w:p`), whatever the file calls its namespace. */
  name: string;
  /** The value of an attribute by its name without prefix. */
  attribute: (name: string) => string | undefined;
}

export interface XmlListener {
  open: (element: XmlElement) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
}

/** Prefixes by what namespaces end in, in their transitional and their strict form. */
const prefixes: [ending: RegExp, prefix: string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
];

/** Reads one part as XML. There is no document type and no entity in these formats, so that one is a sign of evil. */
export function readXml(
  parts: ZipParts,
  part: string,
  listener: XmlListener,
  onProgress: (done: number, total: number) => void = () => undefined,
): void {
  const parser = xmlParser(listener);
  let decoder: TextDecoder | undefined;
  parts.read(part, (piece, done, total) => {
    decoder ??= decoderOf(piece);
    parser.write(decoder.decode(piece, { stream: true }));
    onProgress(done, total);
  });
  parser.close();
}

function decoderOf([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8');
}

function xmlParser({ open, close, text }: XmlListener): SaxesParser<{ xmlns: false; position: false }> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const spelt = new Map<string, string>();
  const known = new Map<string, string>();
  const usual = (name: string): string => {
    const cached = known.get(name);
    if (cached !== undefined) return cached;
    const colon = name.indexOf(':');
    const prefix = spelt.get(name.slice(0, Math.max(0, colon)));
    const custom = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
    if (known.size < 10_000) known.set(name, custom);
    return custom;
  };
  let depth = 0;
  parser.on('error', () => {
    throw new Unreadable('broken');
  });
  parser.on('doctype', () => {
    throw new Unreadable('broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > documentLimits.depth) throw new Unreadable('too-deep');
    if (declares(attributes, spelt)) known.clear();
    open({ name: usual(name), attribute: (local) => attributeOf(attributes, local) });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close(usual(name));
  });
  if (text !== undefined) parser.on('text', text);
  if (text !== undefined) parser.on('cdata', text);
  return parser;
}

/** Notes which prefixes an element declares; answers whether it did. */
function declares(attributes: Record<string, string>, spelt: Map<string, string>): boolean {
  let isDeclaring = false;
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue;
    const usual = prefixes.find(([ending]) => ending.test(attributes[key] ?? ''))?.[1];
    const prefix = key.slice('xmlns:'.length);
    if (usual === undefined || spelt.get(prefix) === usual) continue;
    spelt.set(prefix, usual);
    isDeclaring = true;
  }
  return isDeclaring;
}

function attributeOf(attributes: Record<string, string>, local: string): string | undefined {
  for (const key in attributes) {
    if (key === local || (key.endsWith(local) && key[key.length - local.length - 1] === ':')) return attributes[key];
  }
  return undefined;
}
