/** Markup that may go into a page as it is. Only `html` and `trustedMarkup` make it, so data read from a file never passes for it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in an `html` template: text is escaped, markup is kept, lists are joined, nothing is left out. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[];

/** Builds markup. Every value is escaped unless it is markup itself, so forgetting to escape is not possible. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0] ?? '';
  values.forEach((value, index) => {
    markup += render(value) + (strings[index + 1] ?? '');
  });
  return new Html(markup);
}

/** Marks the output of a serialiser as markup. Only for trees that went through the allow-list. */
export function trustedMarkup(markup: string): Html {
  return new Html(markup);
}

/** Text as it must stand in element content and in quoted attribute values. Characters that HTML forbids become U+FFFD. */
export function escapeHtml(text: string): string {
  return printableText(text).replace(special, (character) => escapes[character] ?? character);
}

/** Text with U+FFFD for every character that neither HTML nor XML may hold. */
export function printableText(text: string): string {
  return text.replace(forbidden, '\uFFFD');
}

const special = /[&<>"'`]/g;
const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};
// Controls but tab, line feed and carriage return; lone surrogates; non-characters.
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(render).join('');
  return escapeHtml(String(value));
}
