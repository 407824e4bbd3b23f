import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PlanDocument, PlanSection } from '../plan/plan.ts';

const known = new WeakMap<PlanDocument, ReadonlyMap<string, string>>();

/**
 * Names each section that has text of its own by that text and by the heading above it: a section whose words have changed is
 * another one to whoever has read it, one that only got another number is not.
 */
export function sectionDigests(plan: PlanDocument): ReadonlyMap<string, string> {
  let digests = known.get(plan);
  if (digests === undefined) {
    const headings = new Map(plan.sections.map(({ id, heading = '' }) => [id, heading]));
    digests = new Map(
      plan.sections.flatMap((section) => {
        const text = ownText(plan, section);
        if (text === '') return [];
        const above = headings.get(section.parent ?? '') ?? '';
        return [[section.id, bytesToHex(sha256(utf8ToBytes(`${above}\n${text}`))).slice(0, 16)] as const];
      }),
    );
    known.set(plan, digests);
  }
  return digests;
}

/** Without the ordinal, which is where the section stands and not what it says. */
function ownText({ blocks }: PlanDocument, { heading = '', ordinal, headingBlock, bodyBlocks }: PlanSection): string {
  const line = headingBlock === undefined ? '' : (blocks[headingBlock]?.text ?? '');
  const words = line.startsWith(ordinal) ? line.slice(ordinal.length) : heading || line;
  return [words, ...bodyBlocks.map((index) => blocks[index]?.text ?? '')].join('\n').trim();
}
