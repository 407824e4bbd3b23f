import { z } from 'zod';
import { settingsChangeSchema, settingsSchema, viewStateSchema } from '../../core/settings/settings-schema.ts';
import { none } from './shapes.ts';

export const settingsContract = {
  'settings.read': {
    input: none,
    /** `reset`: the stored settings were damaged; they were set aside and the defaults are in use. */
    output: z.object({ settings: settingsSchema, reset: z.boolean() }),
  },
  'settings.change': { input: settingsChangeSchema, output: settingsSchema },
  'viewState.read': { input: none, output: viewStateSchema },
  'viewState.write': { input: viewStateSchema, output: none },
};
