import { z } from 'zod';
import { documentIdSchema } from '../../core/annotation/annotation-schema.ts';
import { planSchema } from '../../core/plan/plan-schema.ts';

export const libraryContract = {
  'library.open': { input: z.strictObject({ document: documentIdSchema }), output: planSchema },
};
