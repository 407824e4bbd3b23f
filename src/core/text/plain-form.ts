import table from './tables/fold-table.json' with { type: 'json' };

/**
 * One spelling for what differs only in form: full and half width, case, traditional and simplified characters, kinds of
 * quotes and dashes, radicals that stand for characters.
 */

const invisible = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

const forms = new Map<string, string>();
for (const [index, from] of [...table.from].entries()) forms.set(from, table.to[index] ?? from);

/** The plain form of one character: one or several characters, none for what is blank or invisible. */
export function plainForm(character: string): string {
  if (invisible.test(character)) return '';
  const form = forms.get(character);
  if (form !== undefined) return form;
  let composed = '';
  for (const part of character.normalize('NFKC').toLowerCase()) {
    if (!invisible.test(part)) composed += forms.get(part) ?? part;
  }
  return composed;
}

const known = new Map<string, string>();

/** The plain form of a text: of each of its characters, joined. */
export function plainFormOf(text: string): string {
  let plain = '';
  /** Where the characters begin that are their own plain form: most are, and are taken together. */
  let from = 0;
  let at = 0;
  for (const character of text) {
    let form = known.get(character);
    if (form === undefined) {
      form = plainForm(character);
      known.set(character, form);
    }
    if (form !== character) {
      plain += text.slice(from, at) + form;
      from = at + character.length;
    }
    at += character.length;
  }
  return from === 0 ? text : plain + text.slice(from);
}
