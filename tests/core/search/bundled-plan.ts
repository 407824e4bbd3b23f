import { readFileSync } from 'node:fs';
import { planSchema } from '#core/plan/plan-schema';

/** The plan that comes with the program, as it is compiled. */
export const bundledPlan = planSchema.parse(
  JSON.parse(readFileSync('resources/plans/jilin-145-education/plan.json', 'utf8')),
);
