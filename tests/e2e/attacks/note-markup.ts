import type { Frame, Page } from '@playwright/test';

/** What a note may become, written out once more so that loosening the list in the program fails a test. */
const allowed: Record<string, string> = {
  ...Object.fromEntries(
    'p br hr blockquote pre code strong em del sup h4 h5 h6 table thead tbody tr section'
      .split(' ')
      .map((name) => [name, '']),
  ),
  a: 'href',
  ul: 'class',
  ol: 'class start',
  li: 'class',
  // The name of a task's box is the text of the task, set as a property by the program itself.
  input: 'type disabled checked aria-label',
  th: 'style align',
  td: 'style align',
};

/** In a report the program itself marks the cells of columns with few characters, after the note was cleaned. */
export const allowedInReport: Record<string, string> = { ...allowed, th: 'style align class', td: 'style align class' };

const classes: Record<string, string> = {
  ul: 'contains-task-list',
  ol: 'contains-task-list',
  li: 'task-list-item',
  th: 'short',
  td: 'short',
};

/** Every element and attribute below `root` that no note may become, and the addresses that no link may have. */
export function offendingMarkup(page: Page | Frame, root: string, markup = allowed): Promise<string[]> {
  return page.evaluate(
    ({ root, allowed, classes }) => {
      const isProper = ({ name, value, ownerElement }: Attr) => {
        if (name === 'href') return /^(?:https?:\/\/|mailto:)/i.test(value);
        if (name === 'class') return value === classes[ownerElement?.localName ?? ''];
        return name !== 'style' || /^text-align: (?:left|center|right);$/.test(value);
      };
      return [...document.querySelectorAll(`${root} *`)].flatMap((element) => {
        const name = element.localName;
        const attributes = allowed[name]?.split(' ');
        if (attributes === undefined) return [`<${name}>`];
        return [...element.attributes]
          .filter((attribute) => !attributes.includes(attribute.name) || !isProper(attribute))
          .map((attribute) => `<${name} ${attribute.name}="${attribute.value}">`);
      });
    },
    { root, allowed: markup, classes },
  );
}

/** Elements that do something, and attributes that run something, anywhere in a page that should have none. */
export function livingMarkup(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const names = 'script iframe frame object embed applet form base meta[http-equiv] svg math img video audio style';
    const elements = [...document.querySelectorAll(names.split(' ').join(','))].map((element) => element.outerHTML);
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    );
    return [...elements, ...handlers];
  });
}
