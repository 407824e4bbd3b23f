import { taskStatusIds } from '#core/annotation/task-status';
import { matchesPinyin } from '#core/search/pinyin';
import { statusName } from '../../store/task-words.ts';

/** The statuses that what was typed may mean, by their characters or pinyin; all of them where it means none. */
export function meantStatuses(typed: string): readonly string[] {
  const text = typed.trim();
  const exact = taskStatusIds.filter((status) => status === text || statusName(status) === text);
  if (exact.length > 0) return exact;
  const meant = taskStatusIds.filter((status) => {
    const name = statusName(status);
    return text !== '' && (name.includes(text) || matchesPinyin(name, text));
  });
  return meant.length > 0 ? meant : taskStatusIds;
}

/** The only status that it can mean, else what was typed. */
export function statusMeant(typed: string): string {
  const [only = typed, ...others] = meantStatuses(typed);
  return others.length === 0 ? only : typed;
}
