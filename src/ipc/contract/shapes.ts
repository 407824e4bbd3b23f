import { z } from 'zod';

/** An operation that takes or answers nothing. */
export const none = z.null();
/** The reader thought better of it in a system dialog. */
export const cancelled = z.object({ cancelled: z.literal(true) });
