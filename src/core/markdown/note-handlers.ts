import type { Element, ElementContent, Text } from 'hast';
import type { Definition, FootnoteDefinition, FootnoteReference, Heading, Image, Nodes, Parents } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import { allowedLink, maximumLinkLength } from './allow-list.ts';
import { referenceKey, sourceOf } from './prune-tree.ts';

/** Most characters that the addresses of one note take together: many references can repeat one long address. */
const linkBudget = 200_000;

/**
 * How a note differs from ordinary Markdown: a line break is a line break, headings rank below those of the page, and
 * what has no form here (raw HTML, images, definitions nobody refers to) is shown as it was typed instead of vanishing.
 */
export function noteHandlers(source: string, references: ReadonlySet<string>): Handlers {
  const asTyped = (_state: State, node: Nodes, parent: Parents | undefined) => {
    const lines = textLines(sourceOf(node, source));
    return parent === undefined || isFlow(parent) ? paragraph(lines) : lines;
  };
  const unlessReferred = (state: State, node: Definition | FootnoteDefinition, parent: Parents | undefined) =>
    references.has(referenceKey(node)) ? undefined : asTyped(state, node, parent);
  return {
    text: (_state: State, node: { value: string }) => textLines(node.value),
    heading: (state: State, node: Heading) => element(`h${Math.min(node.depth + 3, 6)}`, state.all(node)),
    html: asTyped,
    image: (_state: State, node: Image) => textLines(sourceOf(node, source)),
    imageReference: (_state: State, node: Nodes) => textLines(sourceOf(node, source)),
    definition: unlessReferred,
    footnoteDefinition: unlessReferred,
    footnoteReference,
    ...linkHandlers(),
  };
}

function linkHandlers(): Handlers {
  let spent = 0;
  const afford = (address: string) => {
    if (address.length > maximumLinkLength || !allowedLink.test(address)) return false;
    spent += address.length;
    return spent <= linkBudget;
  };
  const unwrapRefused = (made: Element | ElementContent[] | undefined) => {
    if (made === undefined || Array.isArray(made)) return made;
    return afford(String(made.properties.href)) ? made : made.children;
  };
  return {
    link: (state: State, node: Parameters<typeof defaultHandlers.link>[1]) =>
      unwrapRefused(defaultHandlers.link(state, node)),
    linkReference: (state: State, node: Parameters<typeof defaultHandlers.linkReference>[1]) => {
      const made = defaultHandlers.linkReference(state, node);
      return Array.isArray(made) || made.type === 'element' ? unwrapRefused(made as Element | ElementContent[]) : made;
    },
  };
}

/** A plain number: jumping to a footnote would need ids, and on paper there is nothing to click. */
function footnoteReference(state: State, node: FootnoteReference): Element {
  const identifier = node.identifier.toUpperCase();
  const known = state.footnoteOrder.indexOf(identifier);
  const index = known >= 0 ? known : state.footnoteOrder.push(identifier) - 1;
  return element('sup', [{ type: 'text', value: `[${index + 1}]` }]);
}

/** Text with a `br` for every line break. */
export function textLines(text: string): ElementContent[] {
  const lines = text.split(/[ \t]*(?:\r\n|\r|\n)[ \t]*/);
  return lines.flatMap((line, index): ElementContent[] => {
    const words: Text = { type: 'text', value: line };
    return index === 0 ? [words] : [element('br', []), { type: 'text', value: `\n${line}` }];
  });
}

export function paragraph(children: ElementContent[]): Element {
  return element('p', children);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function isFlow(parent: Parents): boolean {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type);
}
