import { z } from 'zod';
import type { PlanDocument } from './plan.ts';

/** What a compiled plan says it is; a newer version of the program may write a higher number. */
export const planVersion = 'plan/1';

const blockIndex = z.number().int().nonnegative();

/**
 * Checks a compiled plan read from disk. Beyond its shape: every index points to a block, every id to a section, and every
 * parent stands before its children, so that no walk up the tree goes round in a circle.
 */
export const planSchema = z
  .strictObject({
    schema: z.literal(planVersion),
    id: z.string().min(1),
    title: z.string().min(1),
    blocks: z.array(
      z.strictObject({
        kind: z.enum(['title', 'heading', 'paragraph', 'contents', 'row', 'note', 'box']),
        text: z.string().min(1),
        section: z.string().exactOptional(),
        gapBefore: z.literal(true).exactOptional(),
        cutOff: z.literal(true).exactOptional(),
      }),
    ),
    sections: z.array(
      z.strictObject({
        id: z.string().min(1),
        parent: z.string().exactOptional(),
        level: z.number().int().positive(),
        number: z.number().int().nonnegative(),
        ordinal: z.string(),
        heading: z.string().exactOptional(),
        headingBlock: blockIndex.exactOptional(),
        bodyBlocks: z.array(blockIndex),
        inferred: z.literal(true).exactOptional(),
      }),
    ),
    diagnostics: z.array(
      z.strictObject({
        code: z.enum([
          'missing-chapter',
          'missing-section',
          'inferred-parent',
          'continuation',
          'cut-off',
          'duplicate-number',
          'restarted-numbers',
          'out-of-order',
          'missing-attachment',
          'contents',
          'no-headings',
        ]),
        section: z.string().exactOptional(),
        block: blockIndex.exactOptional(),
      }),
    ),
  })
  .refine((plan) => {
    const places = new Map(plan.sections.map((section, place) => [section.id, place]));
    const known = (id: string | undefined) => id === undefined || places.has(id);
    const isBefore = (id: string | undefined, place: number) =>
      id === undefined || (places.get(id) ?? plan.sections.length) < place;
    const inside = (index: number | undefined) => index === undefined || index < plan.blocks.length;
    return (
      places.size === plan.sections.length &&
      plan.blocks.every((block) => known(block.section)) &&
      plan.sections.every(
        (section, place) =>
          isBefore(section.parent, place) && inside(section.headingBlock) && section.bodyBlocks.every(inside),
      ) &&
      plan.diagnostics.every((diagnostic) => known(diagnostic.section) && inside(diagnostic.block))
    );
  }, 'dangling reference') satisfies z.ZodType<PlanDocument>;
