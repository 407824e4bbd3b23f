import { Converter } from 'opencc-js/cn2t';
import { lineText, type MarkedCharacter, type MarkedLine, withTwins, written } from './marked-text.ts';
import type { Random } from './random.ts';
import { chineseNumber, writeParagraph, writeSentence } from './write-plan.ts';

/** What editors, converters and scanners do to a text. Characters that stay keep their marks; new ones have none. */
export type Edit = (lines: readonly MarkedLine[], random: Random) => MarkedLine[];

const chapterLine = /^\s*[一二三四五六七八九十百零]+、/u;
const sectionLine = /^\s*（[一二三四五六七八九十]+）/u;
const isHeading = (line: MarkedLine) => chapterLine.test(lineText(line)) || sectionLine.test(lineText(line));
const isParagraph = (line: MarkedLine) => lineText(line).trim() !== '' && !isHeading(line);

/** Ends what the excerpt breaks off, fills in chapter 三 and adds paragraphs: from the excerpt to the full text. */
export const complete: Edit = (lines, random) => {
  const completed = lines.flatMap((line, index): MarkedLine[] => {
    const text = lineText(line);
    if (index === 0 || text.trim() === '' || chapterLine.test(text)) return [line];
    const isCut = !text.endsWith('。');
    const end = isCut ? written(writeSentence(random) + writeParagraph(random, random.between(0, 5))) : [];
    const body = !isCut ? written(writeParagraph(random, random.between(2, 6))) : [];
    const more = Array.from({ length: random.between(0, 4) }, () =>
      written(`　　${writeParagraph(random, random.between(1, 4))}`),
    );
    return [[...line, ...end, ...body], ...more];
  });
  return withChapterThree(completed, random);
};

function withChapterThree(lines: MarkedLine[], random: Random): MarkedLine[] {
  const texts = lines.map(lineText);
  const second = texts.findIndex((text) => text.trim().startsWith('二、'));
  const third = texts.findIndex((text, index) => index > second + 3 && /^\s*（二）构建产业/u.test(text));
  if (third < 0 || texts.some((text) => text.trim().startsWith('三、'))) return lines;
  const restored = ['', '三、增强教育服务能力，支撑经济社会发展', `　　（一）${writeParagraph(random, 4)}`].map(
    written,
  );
  return [...lines.slice(0, third), ...restored, ...lines.slice(third)];
}

export const insertParagraphs: Edit = (lines, random) =>
  lines.flatMap((line) => {
    if (!isParagraph(line) && !sectionLine.test(lineText(line))) return [line];
    if (random.chance(0.12)) return [line, written(`　　${writeParagraph(random, random.between(1, 4))}`)];
    return [random.chance(0.08) ? insertSentence(line, random) : line];
  });

function insertSentence(line: MarkedLine, random: Random): MarkedLine {
  const ends = line.flatMap(({ character }, index) => (character === '。' ? [index + 1] : []));
  if (ends.length === 0) return line;
  const at = random.pick(ends);
  return [...line.slice(0, at), ...written(writeSentence(random)), ...line.slice(at)];
}

const mistaken =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经';

/** A character replaced, dropped, doubled or swapped with the next one, with this probability each. */
export const typos =
  (probability: number): Edit =>
  (lines, random) =>
    lines.map((line) => {
      const typed: MarkedLine = [];
      for (let index = 0; index < line.length; index += 1) {
        const character = line[index];
        if (character === undefined) continue;
        const next = line[index + 1];
        if (character.mark === undefined || !random.chance(probability)) typed.push(character);
        else index += mistype(typed, character, next, random);
      }
      return typed;
    });

/** How many of the following characters it took as well. */
function mistype(
  typed: MarkedLine,
  character: MarkedCharacter,
  next: MarkedCharacter | undefined,
  random: Random,
): number {
  const kind = random.between(0, 3);
  const { mark } = character;
  if (kind === 0 && mark !== undefined) typed.push({ character: random.pick([...mistaken]), mark });
  else if (kind === 2) typed.push(character, { character: character.character });
  else if (kind === 3 && next !== undefined) typed.push(next, character);
  return kind === 3 && next !== undefined ? 1 : 0;
}

const halfForms = new Map([
  ...[...'，,。.；;：:！!？?（(）)“"”"、,％%'].reduce<[string, string][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character, all[index + 1] ?? '']);
    return pairs;
  }, []),
]);

/** Full-width punctuation to half width, digits the other way round. */
export const changeWidth: Edit = (lines) =>
  lines.map((line) =>
    // numbering keeps its form here: another edit changes that
    line.map((character, index) => {
      if (index < 8 && isHeading(line)) return character;
      return { ...character, character: otherWidth(character.character) };
    }),
  );

function otherWidth(character: string): string {
  if (/[0-9]/u.test(character)) return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0);
  return halfForms.get(character) ?? character;
}

/** 一、 becomes 第一章, （一） becomes 1.1. */
export const renumber: Edit = (lines) => {
  let chapter = 0;
  let section = 0;
  return lines.map((line) => {
    const text = lineText(line);
    const outer = chapterLine.exec(text)?.[0];
    const inner = sectionLine.exec(text)?.[0];
    if (outer !== undefined) {
      chapter += 1;
      section = 0;
      return [...written(`第${chineseNumber(chapter)}章 `), ...line.slice([...outer].length)];
    }
    if (inner === undefined) return line;
    section += 1;
    return [...written(`${chapter}.${section} `), ...line.slice([...inner].length)];
  });
};

/** A new chapter in front and a new section in each chapter: every number counts one more. */
export const shiftNumbers: Edit = (lines, random) => {
  let chapter = 1;
  let section = 0;
  const shifted: MarkedLine[] = [];
  for (const line of lines) {
    const text = lineText(line);
    const outer = chapterLine.exec(text)?.[0];
    const inner = sectionLine.exec(text)?.[0];
    if (outer !== undefined) {
      if (chapter === 1) shifted.push(...newChapter(random));
      chapter += 1;
      section = 1;
      shifted.push([...written(`${chineseNumber(chapter)}、`), ...line.slice([...outer].length)]);
      shifted.push(written(`　　（一）${writeParagraph(random, 2)}`));
    } else if (inner !== undefined) {
      section += 1;
      shifted.push([...written(`　　（${chineseNumber(section)}）`), ...line.slice([...inner].length)]);
    } else shifted.push(line);
  }
  return shifted;
};

function newChapter(random: Random): MarkedLine[] {
  return ['一、规划背景和编制依据', `　　（一）${writeParagraph(random, 3)}`].map(written);
}

/** Some sections change places within the text, and some paragraphs too. */
export const move: Edit = (lines, random) => {
  const groups = groupsOf(lines, (line) => isHeading(line));
  const moved = groups.filter(
    (group, index) => index > 0 && sectionLine.test(lineText(group[0] ?? [])) && random.chance(0.12),
  );
  const rest = groups.filter((group) => !moved.includes(group));
  for (const group of moved) rest.splice(random.between(2, rest.length), 0, group);
  const all = rest.flat();
  const paragraphs = all.filter((line) => isParagraph(line) && random.chance(0.08));
  const others = all.filter((line) => !paragraphs.includes(line));
  for (const line of paragraphs) others.splice(random.between(2, others.length), 0, line);
  return others;
};

function groupsOf(lines: readonly MarkedLine[], begins: (line: MarkedLine) => boolean): MarkedLine[][] {
  const groups: MarkedLine[][] = [[]];
  for (const line of lines) {
    if (begins(line)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

/** Some sections, paragraphs and sentences are gone. */
export const remove: Edit = (lines, random) => {
  const groups = groupsOf(lines, (line) => isHeading(line));
  const left = groups
    .filter((group) => !sectionLine.test(lineText(group[0] ?? [])) || !random.chance(0.06))
    .flat()
    .filter((line) => !isParagraph(line) || !random.chance(0.08))
    .map((line) =>
      sentencesOf(line)
        .filter((_, index) => index === 0 || !random.chance(0.06))
        .flat(),
    );
  return withTwins(lines, left);
};

/** A fifth of the sentences is written anew with the same words. */
export const rewrite: Edit = (lines, random) =>
  withTwins(
    lines,
    lines.map((line, index) => {
      if (index === 0 || lineText(line).trim() === '' || chapterLine.test(lineText(line))) return line;
      return sentencesOf(line).flatMap((sentence, place) =>
        place > 0 && random.chance(0.2) ? written(writeSentence(random)) : sentence,
      );
    }),
  );

function sentencesOf(line: MarkedLine): MarkedLine[] {
  const sentences: MarkedLine[] = [[]];
  for (const character of line) {
    sentences.at(-1)?.push(character);
    if (character.character === '。') sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/**
 * Some paragraphs stand a second time elsewhere. Half of those lose their first place: what is left is the paragraph, moved,
 * and bears its marks.
 */
export const duplicate: Edit = (lines, random) => {
  const chosen = new Set(lines.filter((line) => isParagraph(line) && line.length > 20 && random.chance(0.12)));
  const lost = new Set([...chosen].filter(() => random.chance(0.5)));
  const left = lines.filter((line) => !lost.has(line));
  for (const line of chosen) {
    const copy = lost.has(line) ? line : written(lineText(line));
    left.splice(random.between(2, left.length), 0, copy);
  }
  return left;
};

const toTraditional = Converter({ from: 'cn', to: 't' });

export const traditional: Edit = (lines) =>
  lines.map((line, index) =>
    line.map((character) => {
      if (index === 0) return character;
      const [converted = character.character, ...others] = [...toTraditional(character.character)];
      return others.length > 0 ? character : { ...character, character: converted };
    }),
  );

/** Text from a PDF: lines broken at the edge of the page, stray blanks, a page number now and then. */
export const breakLines: Edit = (lines, random) => {
  const width = random.between(26, 40);
  const broken: MarkedLine[] = [];
  let page = 1;
  const push = (line: MarkedLine) => {
    broken.push(line);
    if (broken.length % 38 === 0) {
      broken.push(written(random.chance(0.5) ? `- ${page} -` : String(page)));
      page += 1;
    }
  };
  for (const line of lines) {
    for (let at = 0; at < Math.max(1, line.length); at += width) {
      push(
        line
          .slice(at, at + width)
          .flatMap((character) => (random.chance(0.02) ? [character, { character: ' ' }] : [character])),
      );
    }
  }
  return broken;
};
