import type { Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { noteSchema } from './allow-list.ts';
import { isTooComplex } from './complexity.ts';
import { noteHandlers, paragraph, textLines } from './note-handlers.ts';
import { pruneTree } from './prune-tree.ts';

/**
 * A note as a tree of elements that are all on the allow-list, for the screen and for every export. Never throws and never
 * drops what was typed: what cannot be read as Markdown is returned as plain paragraphs.
 */
export function parseMarkdown(source: string): Root {
  return isTooComplex(source) ? plainParagraphs(source) : sanitized(treeOf(source));
}

function treeOf(source: string): ReturnType<typeof toHast> {
  const tree = fromMarkdown(source, {
    // By the letter of CommonMark, `**` beside Chinese punctuation neither opens nor closes without a blank.
    extensions: [gfm(), cjkFriendlyExtension()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const references = pruneTree(tree, source);
  // The label above footnotes would be an English heading; the allow-list strips an element of this name.
  return toHast(tree, { handlers: noteHandlers(source, references), footnoteLabelTagName: 'footnote-label' });
}

function sanitized(tree: ReturnType<typeof toHast>): Root {
  const safe = sanitize(tree, noteSchema);
  return safe.type === 'root' ? safe : { type: 'root', children: safe.type === 'doctype' ? [] : [safe] };
}

function plainParagraphs(source: string): Root {
  const paragraphs = source.split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/);
  return { type: 'root', children: paragraphs.map((text) => paragraph(textLines(text))) };
}
