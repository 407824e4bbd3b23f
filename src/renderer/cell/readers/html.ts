import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { documentLimits, type ReadDocument, type RemarkCode } from '#core/importing/read-document';
import type { TextBlock } from '#core/outline/text-block';
import { decodeText } from './decode-text.ts';
import { HtmlBlocks } from './html/html-blocks.ts';
import { latinLetters } from './latin-letters.ts';
import { type SourceFile, Unreadable } from './reader.ts';

/** So many elements a page may have at most; what is nested wrongly can make many of a few. */
const mostElements = 1_000_000;
/** Within so many bytes a page says how it is written. */
const declarationLength = 4_096;

/** A web page, or what Word saves as one: what a person would see of it, without its links and pictures. */
export function readHtml({ bytes, encoding }: SourceFile): ReadDocument {
  const declared = declaredEncoding(bytes);
  const decoded = decodeText(bytes, {
    ...(encoding === undefined ? {} : { chosen: encoding }),
    ...(declared === undefined ? {} : { declared }),
  });
  const { blocks, remarks } = htmlBlocks(decoded.text);
  if (decoded.hasUnknownCharacters) remarks.push('characters-unknown');
  return { blocks, format: 'html', encoding: decoded.encoding, remarks };
}

/** The blocks of HTML as text. */
export function htmlBlocks(text: string): { blocks: TextBlock[]; remarks: RemarkCode[] } {
  const writer = new HtmlBlocks();
  writer.read(parse(text, { treeAdapter: limitedAdapter(), scriptingEnabled: true }));
  return writer.finish();
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = latinLetters(bytes.subarray(0, declarationLength));
  return (
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1]
  );
}

/** Makes elements as usual, until there are too many of them or they lie too deep in each other. */
function limitedAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let count = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      count += 1;
      if (count > mostElements) throw new Unreadable('too-many-parts');
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush: (_item: DefaultTreeAdapterMap['element']) => {
      depth += 1;
      if (depth > documentLimits.depth) throw new Unreadable('too-deep');
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
}
