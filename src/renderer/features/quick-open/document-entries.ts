import { quickName } from '#core/search/quick-match';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import { byLastRead } from '../../store/last-read.ts';
import { momentInWords } from '../../ui/moment.ts';
import { neverUsed, type QuickEntry } from './entry.ts';

const words = messages.library;

/** The documents that are not open, those that were read last first. */
export function documentEntries({ documents, plan, view }: AppState): QuickEntry[] {
  const others = (documents?.documents ?? []).filter(({ id }) => id !== plan?.id);
  return byLastRead(others, '', view.others).map(({ id, title, problem }) => {
    const readAs = view.others?.findIndex(({ document }) => document === id) ?? -1;
    const readAt = view.others?.[readAs]?.readAt;
    return {
      id: `document:${id}`,
      target: { kind: 'document', document: id },
      number: '',
      name: title,
      detail: readAt === undefined ? '' : words.lastRead(momentInWords(readAt).slice(0, '2026-11-23'.length)),
      quick: quickName(title),
      recency: readAs < 0 ? neverUsed : readAs,
      ...(problem !== null && { isBlocked: true, obstacle: words.problems[problem] }),
    };
  });
}
