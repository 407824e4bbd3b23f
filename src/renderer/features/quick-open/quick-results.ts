import { type QuickMatch, quickName, quickOrder, quickQuery, quickRank } from '#core/search/quick-match';
import { messages } from '#messages/zh-CN';
import type { AppState } from '../../store/app-store.ts';
import type { PaletteName } from '../../store/dialogs.ts';
import { commandEntries } from './command-entries.ts';
import { documentEntries } from './document-entries.ts';
import { neverUsed, type QuickEntry } from './entry.ts';
import { otherSectionEntries, recentSections, sectionEntries } from './section-entries.ts';

const words = messages.quickOpen.groups;

export interface QuickHit {
  item: QuickEntry;
  match: QuickMatch;
}

export interface QuickGroup {
  name: string;
  hits: readonly QuickHit[];
}

export interface QuickResults {
  groups: readonly QuickGroup[];
  /** How many answer; more than are in the groups where these would be too many. */
  total: number;
}

/** More rows nobody looks through; one more character is typed instead. */
const mostShown = 50;
/** So many of a group are shown however many there are of others. */
const mostBeside = 6;
const mostRecent = 6;
const mostRecentCommands = 5;

/** What a palette offers for what was typed. */
export function quickResults(palette: PaletteName, typed: string, state: AppState): QuickResults {
  const isAsked = typed.trim() !== '';
  if (palette === 'commandPalette') {
    const commands = commandEntries(state, 'commandPalette');
    return isAsked ? grouped([found(words.commands, typed, commands)]) : grouped(commandsByMenu(commands));
  }
  return isAsked ? foundAnywhere(typed, state) : grouped(whereToGo(state));
}

function foundAnywhere(typed: string, state: AppState): QuickResults {
  const { plan, otherTexts } = state;
  const others = [...otherTexts.values()].filter(({ id }) => id !== plan?.id);
  const used = new Map(recentSections(state, Number.POSITIVE_INFINITY).map(({ id }, index) => [id, index]));
  const withRecency = (entries: readonly QuickEntry[]) =>
    used.size === 0 ? entries : entries.map((entry) => ({ ...entry, recency: used.get(entry.id) ?? neverUsed }));
  const groups = [
    found(words.sections, typed, plan === null ? [] : withRecency(sectionEntries(plan))),
    found(words.otherSections, typed, others.flatMap(otherSectionEntries)),
    found(words.documents, typed, documentEntries(state)),
    found(words.commands, typed, commandEntries(state, 'quickOpen')),
  ];
  const results = grouped(byBest(groups), mostShown);
  return results.total > 0 ? results : { groups: [wholeText(typed)], total: 0 };
}

/** With an empty box: where the reader was, what was read, what was done, and the chapters. */
function whereToGo(state: AppState): QuickGroup[] {
  const { plan } = state;
  const recent = recentSections(state, mostRecent);
  const chapters = plan === null ? [] : sectionEntries(plan).filter((_, index) => plan.sections[index]?.level === 1);
  return [
    { name: words.recentSections, hits: all(recent) },
    { name: words.recentDocuments, hits: all(documentEntries(state).slice(0, mostRecent)) },
    { name: words.recentCommands, hits: recentCommands(commandEntries(state, 'quickOpen')) },
    { name: words.sections, hits: all(chapters.filter((chapter) => !recent.includes(chapter))) },
  ];
}

function recentCommands(commands: readonly QuickEntry[]): QuickHit[] {
  const used = commands.filter(({ recency, isBlocked }) => recency !== neverUsed && !isBlocked);
  return all(used).slice(0, mostRecentCommands);
}

function commandsByMenu(commands: readonly QuickEntry[]): QuickGroup[] {
  const recent = recentCommands(commands);
  const others = commands.filter((command) => !recent.some(({ item }) => item === command));
  const menus = [...new Set(others.map(({ detail }) => detail))];
  return [
    { name: words.recentCommands, hits: recent },
    // The heading says where they belong.
    ...menus.map((menu) => ({
      name: menu,
      hits: others
        .filter(({ detail }) => detail === menu)
        .map((command) => ({ item: { ...command, detail: '' }, match: unmatched })),
    })),
  ];
}

const unmatched: QuickMatch = { kind: 'all', at: 0, marks: [] };

function all(entries: readonly QuickEntry[]): QuickHit[] {
  return quickRank(quickQuery(''), entries);
}

function found(name: string, typed: string, entries: readonly QuickEntry[]): QuickGroup {
  return { name, hits: quickRank(quickQuery(typed), entries) };
}

/** The group with the best answer comes first. */
function byBest(groups: readonly QuickGroup[]): QuickGroup[] {
  const best = ({ hits: [first] }: QuickGroup) =>
    first === undefined ? neverUsed : quickOrder(first.match) + (first.item.isBlocked ? mostShown : 0);
  return [...groups].sort((left, right) => (best(left) === best(right) ? 0 : best(left) - best(right)));
}

/** Without empty groups. With a `limit` every group shows its first rows, and those that come first what room there is left. */
function grouped(groups: readonly QuickGroup[], limit = Number.POSITIVE_INFINITY): QuickResults {
  const filled = groups.filter(({ hits }) => hits.length > 0);
  const fewest = (hits: readonly QuickHit[]) => Math.min(hits.length, mostBeside);
  let room = limit - filled.reduce((sum, { hits }) => sum + fewest(hits), 0);
  const shown = filled.map((group) => {
    const hits = group.hits.slice(0, fewest(group.hits) + room);
    room -= hits.length - fewest(group.hits);
    return { ...group, hits };
  });
  return { groups: shown, total: filled.reduce((sum, { hits }) => sum + hits.length, 0) };
}

/** Where nothing has such a name: the text may have it. */
function wholeText(typed: string): QuickGroup {
  const query = typed.trim();
  const name = messages.quickOpen.searchFor(query);
  const item: QuickEntry = {
    id: 'search',
    target: { kind: 'search', query },
    number: '',
    name,
    detail: '',
    quick: quickName(name),
    recency: neverUsed,
  };
  return { name: messages.quickOpen.quickOpen.empty(query), hits: [{ item, match: unmatched }] };
}
