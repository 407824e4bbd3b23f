import { usualForm } from './mark-form.ts';
import { readNumeral } from './numeral.ts';
import type { TextBlock } from './text-block.ts';

const listMark = /^附\s*件\s*[：:]\s*[^。\s][^。]*$/u;
const numberedList = /^附\s*件\s*[：:]\s*[1１一]\s*[.．、][^。]*$/u;
const attachmentAlone = /^附\s*件\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?\s*[：:]?$/u;
const attachmentBegins = /^附\s*件\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})(?:\s*[：:]|\s|$)/u;
const item = /^([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*[.．、]\s*[^。\s][^。]*$/u;
/** Longest line that can be an attachment's heading or an item of the list, in UTF-16 units. */
const longestLine = 120;

/**
 * Which lines only name the attachments, below the text of an official document (附件：1.… 2.…): the attachments
 * themselves come later, or not at all. A single 附件：… is such a line where an attachment's own heading follows.
 */
export function findAttachmentLists(lines: readonly TextBlock[]): boolean[] {
  const forms = lines.map(({ text }) =>
    text.length <= longestLine && /[附0-9０-９一二三四五六七八九十⼀-⿕]/u.test(text.slice(0, 8))
      ? usualForm(text)
      : '',
  );
  const lastHeading = forms.reduce(
    (last, form, index) => (attachmentAlone.test(form) || attachmentBegins.test(form) ? index : last),
    -1,
  );
  const isListed = lines.map(() => false);
  for (const [index, form] of forms.entries()) {
    if (isListed[index]) continue;
    const isNumbered = numberedList.test(form);
    if (!isNumbered && !(listMark.test(form) && index < lastHeading)) continue;
    isListed[index] = true;
    for (let number = 2; isNumbered && numberOfItem(forms[index + number - 1]) === number; number += 1) {
      isListed[index + number - 1] = true;
    }
  }
  return isListed;
}

function numberOfItem(form = ''): number | undefined {
  return readNumeral(item.exec(form)?.[1] ?? '');
}
