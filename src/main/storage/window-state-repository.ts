import { join } from 'node:path';
import { z } from 'zod';
import { createJsonFile } from './json-file.ts';
import type { OwnFileOptions } from './settings-repository.ts';

const windowStateSchema = z.object({
  schema: z.literal('window/1'),
  /** Place and size when not maximised, in device-independent pixels. */
  bounds: z
    .object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() })
    .exactOptional(),
  maximized: z.boolean(),
});

/** Where the window was, in `window.json` of the application's own folder. Losing it loses nothing. */
export type WindowState = z.output<typeof windowStateSchema>;

export interface WindowStateRepository {
  read(): Promise<WindowState>;
  write(state: WindowState): Promise<void>;
}

const defaults: WindowState = { schema: 'window/1', maximized: false };

export function createWindowStateRepository({ folder, ...options }: OwnFileOptions): WindowStateRepository {
  const file = createJsonFile<WindowState>({
    ...options,
    path: join(folder, 'window.json'),
    schema: windowStateSchema,
    defaults,
  });
  return {
    read: async () => {
      const stored = await file.read();
      return stored.ok ? stored.value.value : defaults;
    },
    write: async (state) => {
      await file.change(() => state);
    },
  };
}
