import type { ListedDocument } from '#ipc/contract/documents-contract';
import { bundledDocument } from '#ipc/early-operations';
import type { Api } from '../api.ts';
import type { Outlining } from '../workers/outline/outline-client.ts';
import type { Outlined } from '../workers/outline/outline-messages.ts';
import type { AppState } from './app-store.ts';

type Listed = readonly Pick<ListedDocument, 'title'>[];

/** The documents whose text an import may be. */
export async function listTargets(api: Api): Promise<ListedDocument[]> {
  const list = await api['documents.list'](null);
  return list.ok ? list.value.documents.filter(({ problem }) => problem !== 'newer-version') : [];
}

/**
 * The document whose text it seems to be: of the same title, or an excerpt that it completes, whichever of the library that is.
 * Texts are read one after the other, the likeliest first, as long as `isWanted`.
 */
export async function findLikely(
  { api, get }: { api: Api; get: () => AppState },
  choices: readonly ListedDocument[],
  { title, characters }: Outlined,
  { outlining, isWanted }: { outlining: Outlining | undefined; isWanted: () => boolean },
): Promise<string | null> {
  const named = documentNamed(choices, title);
  if (named !== undefined) return named.id;
  const { plan: open, otherTexts } = get();
  const place = ({ id }: ListedDocument) => (id === open?.id ? 0 : id === bundledDocument ? 1 : 2);
  const shorter = choices.filter((choice) => choice.characters < characters);
  for (const { id } of shorter.sort((one, other) => place(one) - place(other))) {
    const known = id === open?.id ? open : otherTexts.get(id);
    const read = known === undefined ? await api['library.read']({ document: id }) : null;
    const text = known ?? (read?.ok ? read.value : null);
    if (!isWanted()) return null;
    if (text !== null && (await outlining?.completes(text))) return id;
  }
  return null;
}

/** What a new document is called unless the reader says otherwise: as its text is, told apart from the others of that name. */
export function proposedTitle(fileName: string, outlined: Outlined, choices: Listed): string {
  return freeTitle(foundTitle(fileName, outlined), choices);
}

/** As the text, or else the file, calls itself. */
export function foundTitle(fileName: string, { title }: Pick<Outlined, 'title'>): string {
  return title || fileName.replace(/\.[^.]*$/, '');
}

/** This title, or the next one of its kind, 规划（2）, that no document has. */
export function freeTitle(title: string, choices: Listed): string {
  if (documentNamed(choices, title) === undefined) return title;
  const [, base = title, last = '1'] = /^(.*?)（(\d{1,4})）$/u.exec(title.trim()) ?? [];
  let number = Number(last) + 1;
  while (documentNamed(choices, `${base}（${number}）`) !== undefined) number += 1;
  return `${base}（${number}）`;
}

/** The document that is called so, whatever marks stand around its title. */
export function documentNamed<Choice extends { title: string }>(
  choices: readonly Choice[],
  title: string,
): Choice | undefined {
  const wanted = plain(title);
  return wanted === '' ? undefined : choices.find((choice) => plain(choice.title) === wanted);
}

function plain(title: string): string {
  return title.replace(/[\s《》“”"'‘’]/gu, '');
}
