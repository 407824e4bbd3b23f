import type { PlanDocument, PlanSection } from '#core/plan/plan';
import { codePointLength } from '#core/text/code-points';

/** Beside the reading itself, for finding the place, ms. */
const arrival = 2000;
/** Of a fast reader, characters a second. */
const pace = 20;
/** No section has to stay longer, ms. */
const longest = 30_000;
/** What has been on the screen for less has rushed by, ms. */
const glance = 1000;
/** So many characters are one piece, which is on the screen or not: about a line. */
const pieceLength = 40;
/** How often the screen is looked at, ms. */
const interval = 250;

/** What of a block is on the screen: from and to, as parts of its height. */
export interface BlockInSight {
  block: number;
  from: number;
  to: number;
}

/** What is waited for of a section. */
interface Progress {
  id: string;
  /** How long it has to stay altogether, ms. */
  need: number;
  /** How long it has stayed, ms, and no more than what has been on the screen of it is worth. */
  stayed: number;
  /** How long each piece has, ms. */
  pieces: Map<string, number>;
  count: number;
}

/** Which sections are read while the screen is looked at from time to time. */
export interface Stays {
  /** Looks from now on, if that is not done already and anything is still waited for. */
  begin: () => void;
  end: () => void;
}

interface StaysOptions {
  /** What is on the screen just now; `null` while something else lies over the text. */
  look: () => readonly BlockInSight[] | null;
  /** What was read before is not waited for. */
  isRead: (section: string) => boolean;
  onRead: (sections: string[]) => void;
}

/**
 * A section is read when all of it has been on the screen, long enough in sum: two seconds and as many as a fast reader takes
 * for it. For what of it has not been on the screen, no time counts.
 */
export function createStays(plan: PlanDocument, { look, isRead, onRead }: StaysOptions): Stays {
  const sections = new Map(plan.sections.flatMap((section) => blocksOf(section).map((block) => [block, section])));
  const known = new Map<string, Progress>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const progressOf = (section: PlanSection) => {
    const progress = known.get(section.id) ?? beginOf(plan, section);
    known.set(section.id, progress);
    return progress;
  };
  const step = () => {
    timer = undefined;
    const now = performance.now();
    // A computer that has slept was not read.
    const passed = Math.min(now - last, 2 * interval);
    last = now;
    const touched = new Set<Progress>();
    const sights = look();
    for (const sight of sights ?? []) {
      const section = sections.get(sight.block);
      if (section === undefined || isRead(section.id)) continue;
      const progress = progressOf(section);
      touched.add(progress);
      for (const piece of piecesIn(plan, sight)) progress.pieces.set(piece, (progress.pieces.get(piece) ?? 0) + passed);
    }
    const done = [...touched].filter((progress) => advance(progress, passed));
    if (done.length > 0) onRead(done.map(({ id }) => id));
    if (sights === null || touched.size > done.length) timer = setTimeout(step, interval);
  };
  return {
    begin: () => {
      if (timer !== undefined) return;
      last = performance.now();
      timer = setTimeout(step, interval);
    },
    end: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

function blocksOf({ headingBlock, bodyBlocks }: PlanSection): number[] {
  return headingBlock === undefined ? bodyBlocks : [headingBlock, ...bodyBlocks];
}

function beginOf(plan: PlanDocument, section: PlanSection): Progress {
  const blocks = blocksOf(section);
  const length = blocks.reduce((sum, block) => sum + lengthOf(plan, block), 0);
  const need = Math.min(longest, arrival + (1000 * length) / pace);
  const count = blocks.reduce((sum, block) => sum + piecesOf(plan, block), 0);
  return { id: section.id, need, stayed: 0, pieces: new Map(), count };
}

/** Whether the section is read, after it has stayed for some time more. */
function advance(progress: Progress, passed: number): boolean {
  const { need, pieces, count } = progress;
  progress.stayed = Math.min(progress.stayed + passed, (need * pieces.size) / count);
  const isSeen = pieces.size === count && [...pieces.values()].every((time) => time >= glance);
  return isSeen && progress.stayed >= need;
}

function lengthOf({ blocks }: PlanDocument, block: number): number {
  return codePointLength(blocks[block]?.text ?? '');
}

function piecesOf(plan: PlanDocument, block: number): number {
  return Math.max(1, Math.ceil(lengthOf(plan, block) / pieceLength));
}

/** The pieces of a block that are on the screen as a whole. */
function piecesIn(plan: PlanDocument, { block, from, to }: BlockInSight): string[] {
  const count = piecesOf(plan, block);
  const pieces: string[] = [];
  for (let piece = Math.ceil(from * count); piece + 1 <= to * count; piece += 1) pieces.push(`${block} ${piece}`);
  return pieces;
}
