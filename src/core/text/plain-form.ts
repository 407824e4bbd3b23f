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
/** By code unit: 1 where the character is known to be its own plain form. */
const plainUnits = new Uint8Array(0x10000);

/** The plain form of a text: of each of its characters, joined. */
export function plainFormOf(text: string): string {
  let plain = '';
  /** Where the characters begin that are their own plain form: most are, and are taken together. */
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (plainUnits[unit] === 1) {
      at += 1;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
    const form = known.get(character) ?? plainForm(character);
    known.set(character, form);
    if (form !== character) {
      plain += text.slice(from, at) + form;
      from = at + character.length;
    } else if (character.length === 1) plainUnits[unit] = 1;
    at += character.length;
  }
  return from === 0 ? text : plain + text.slice(from);
}
