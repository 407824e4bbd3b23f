import { formatNumber } from '../number-format.ts';
import type { Styles } from './styles.ts';
import { isOn } from './styles.ts';
import { readXml, type XmlElement } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

const levelCount = 9;

interface Level {
  start: number;
  format: string;
  pattern: string;
  suffix: string;
  /** All its numbers are written in digits. */
  isLegal: boolean;
  /** The level, from 1, that makes it begin anew; 0 for none, and by default any above it. */
  restart?: number;
  /** The paragraph style that has this level without saying so. */
  style?: string;
}

interface AbstractList {
  levels: (Level | undefined)[];
  /** The numbering style in which its levels are really kept. */
  link?: string;
}

interface List {
  abstract: string;
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

/** Writes the numbers that Word shows before paragraphs and keeps nowhere. To be asked in the order of the text. */
export interface Numbering {
  /** The mark before the next paragraph of a list, with what separates it; empty when there is none. */
  next: (list: string, level: number) => string;
  /** The level that a paragraph style has in a list. */
  levelOf: (list: string, style: string | undefined) => number | undefined;
}

interface Definitions {
  abstracts: Map<string, AbstractList>;
  lists: Map<string, List>;
}

export function readNumbering(parts: ZipParts, part: string | undefined, styles: Styles): Numbering {
  const definitions: Definitions = { abstracts: new Map(), lists: new Map() };
  if (part !== undefined) collect(parts, part, definitions);
  const abstractOf = (list: List): string => {
    const link = definitions.abstracts.get(list.abstract)?.link;
    const linked = link === undefined ? undefined : definitions.lists.get(styles.numberingOf(link) ?? '');
    return linked === undefined ? list.abstract : linked.abstract;
  };
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next: (id, level) => {
      const list = definitions.lists.get(id);
      if (list === undefined || !(level >= 0 && level < levelCount)) return '';
      const abstract = abstractOf(list);
      const levelAt = (index: number) => list.levels.get(index) ?? definitions.abstracts.get(abstract)?.levels[index];
      const own = levelAt(level);
      if (own === undefined) return '';
      const counter = counters.get(abstract) ?? [];
      counters.set(abstract, counter);
      const start = begun.has(`${id} ${level}`) ? undefined : list.starts.get(level);
      begun.add(`${id} ${level}`);
      advance(counter, level, start, levelAt);
      return markOf(own, counter, levelAt);
    },
    levelOf: (id, style) => {
      const list = definitions.lists.get(id);
      if (list === undefined || style === undefined) return undefined;
      const index = definitions.abstracts.get(abstractOf(list))?.levels.findIndex((each) => each?.style === style);
      return index === undefined || index < 0 ? undefined : index;
    },
  };
}

type LevelAt = (index: number) => Level | undefined;

function advance(counter: (number | undefined)[], level: number, start: number | undefined, levelAt: LevelAt): void {
  const before = counter[level];
  counter[level] = start ?? (before === undefined ? (levelAt(level)?.start ?? 1) : before + 1);
  for (let above = 0; above < level; above += 1) counter[above] ??= levelAt(above)?.start ?? 1;
  for (let below = level + 1; below < levelCount; below += 1) {
    const restart = levelAt(below)?.restart;
    if (restart === undefined || (restart > 0 && level < restart)) counter[below] = undefined;
  }
}

function markOf(own: Level, counter: readonly (number | undefined)[], levelAt: LevelAt): string {
  const mark = own.format === 'bullet' ? bullet(own.pattern) : filled(own, counter, levelAt);
  if (mark === '' || own.suffix === 'nothing') return mark;
  // A tab after a mark that ends in a Chinese sign is seen as the width of that sign.
  return own.suffix === 'tab' && /[、）．。，：]$/u.test(mark) ? mark : `${mark} `;
}

function filled(own: Level, counter: readonly (number | undefined)[], levelAt: LevelAt): string {
  return own.pattern.replace(/%([1-9])/g, (_sign, place: string) => {
    const index = Number(place) - 1;
    const format = levelAt(index)?.format ?? 'decimal';
    const isDigits = own.isLegal || format === 'bullet';
    return formatNumber(counter[index] ?? levelAt(index)?.start ?? 1, isDigits ? 'decimal' : format);
  });
}

/** Signs of symbol fonts lie in the private range, where they mean nothing outside of them. */
function bullet(pattern: string): string {
  return pattern === '' ? '' : pattern.replace(/[\ue000-\uf8ff]/g, '•');
}

function collect(parts: ZipParts, part: string, { abstracts, lists }: Definitions): void {
  let abstract: AbstractList | undefined;
  let list: List | undefined;
  let level: Level | undefined;
  let override = 0;
  const openLevel = (index: number) => {
    level = { start: 0, format: 'decimal', pattern: '', suffix: 'tab', isLegal: false };
    if (!(index >= 0 && index < levelCount)) return;
    if (abstract !== undefined) abstract.levels[index] = level;
    else list?.levels.set(index, level);
  };
  readXml(parts, part, {
    open: (element) => {
      const { name, attribute } = element;
      if (name === 'w:abstractNum') {
        abstract = { levels: [] };
        abstracts.set(attribute('abstractNumId') ?? '', abstract);
      } else if (name === 'w:num') {
        list = { abstract: '', starts: new Map(), levels: new Map() };
        lists.set(attribute('numId') ?? '', list);
      } else if (name === 'w:lvl') openLevel(Number(attribute('ilvl')));
      else if (name === 'w:lvlOverride') override = Number(attribute('ilvl'));
      else if (name === 'w:startOverride') list?.starts.set(override, Number(attribute('val')) || 0);
      else if (name === 'w:abstractNumId' && list !== undefined) list.abstract = attribute('val') ?? '';
      else if (name === 'w:numStyleLink' && abstract !== undefined) abstract.link = attribute('val') ?? '';
      else if (level !== undefined) noteLevel(level, element);
    },
    close: (name) => {
      if (name === 'w:lvl') level = undefined;
      else if (name === 'w:abstractNum') abstract = undefined;
      else if (name === 'w:num') list = undefined;
    },
  });
}

function noteLevel(level: Level, { name, attribute }: XmlElement): void {
  const value = attribute('val');
  if (name === 'w:start') level.start = Number(value) || 0;
  // A format that only newer programs know stands beside one for the others.
  else if (name === 'w:numFmt') level.format = value ?? 'decimal';
  else if (name === 'w:lvlText') level.pattern = value ?? '';
  else if (name === 'w:suff') level.suffix = value ?? 'tab';
  else if (name === 'w:isLgl') level.isLegal = isOn(value ?? 'true');
  else if (name === 'w:lvlRestart') level.restart = Number(value);
  else if (name === 'w:pStyle' && value !== undefined) level.style = value;
}
