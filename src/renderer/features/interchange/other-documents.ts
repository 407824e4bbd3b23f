import type { OtherDocument } from '#core/interchange/from-jsonld';
import { messages } from '#messages/zh-CN';

const words = messages.interchange;
/** More names would not fit into a sentence. */
const named = 3;

/** The texts that annotations of a file are about, in words; an address is no title. */
export function namesOf(others: readonly OtherDocument[]): string {
  const names = others.slice(0, named).map(({ name }) => {
    if (name === '') return words.unnamedDocument;
    return name.includes(':') ? name : words.quoted(name);
  });
  return names.join(words.separator) + (others.length > named ? words.andMore(others.length) : '');
}
