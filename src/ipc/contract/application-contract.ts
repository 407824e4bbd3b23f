import { z } from 'zod';
import { none } from './shapes.ts';

const stepName = z.string().min(1).max(100).nullable();

export const applicationContract = {
  /** Opens a web or mail address in the system's program, after a dialog that shows where it leads. */
  'links.open': { input: z.strictObject({ url: z.string().max(2000) }), output: none },
  'clipboard.writeText': { input: z.strictObject({ text: z.string().max(1_000_000) }), output: none },
  'application.information': {
    input: none,
    output: z.object({ version: z.string(), electron: z.string(), chrome: z.string(), platform: z.string() }),
  },
  /** Answers the `flush` event: everything typed has been saved (`unsaved: 0`), or so many notes could not be. */
  'application.flushed': { input: z.strictObject({ unsaved: z.number().int().nonnegative() }), output: none },
  /** What undo and redo would take back and make again, for the native menu; null where there is nothing. */
  'application.nameSteps': { input: z.strictObject({ undo: stepName, redo: stepName }), output: none },
  'application.toggleFullScreen': { input: none, output: none },
  /** Makes the window fill the screen, or as it was before that. */
  'application.fillScreen': { input: z.strictObject({ isFull: z.boolean() }), output: none },
  /** Closes the window as its button does: what is being typed is saved first. */
  'application.quit': { input: none, output: none },
};

export type StepNames = z.output<(typeof applicationContract)['application.nameSteps']['input']>;
