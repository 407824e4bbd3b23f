import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planFromText } from '#core/outline/plan-from-text';
import { bundledPlan } from '../search/bundled-plan.ts';

/** The bundled plan as a later edition might read. */
export const secondVersion = planFromText(
  bundledPlan.id,
  readFileSync(join(import.meta.dirname, '../../fixtures/plans/jilin-145-second-version.txt'), 'utf8'),
);
