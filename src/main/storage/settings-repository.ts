import { join } from 'node:path';
import { defaultSettings, type Settings, type SettingsChange } from '#core/settings/settings';
import { settingsSchema } from '#core/settings/settings-schema';
import { type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import { createJsonFile, type JsonFileOptions } from './json-file.ts';

/** What the reader chose, in `settings.json` of the application's own folder. */
export interface SettingsRepository {
  /** `reset`: the stored settings were damaged and set aside; the defaults are in use. Stays true until the next start. */
  read(): Promise<Result<{ settings: Settings; reset: boolean }, OperationError>>;
  change(change: SettingsChange): Promise<Result<Settings, OperationError>>;
  changeDataFolder(path: string): Promise<Result<Settings, OperationError>>;
}

/** What the application's own files are made with. */
export interface OwnFileOptions extends Pick<JsonFileOptions<Settings>, 'writer' | 'fileSystem' | 'now'> {
  /** The application's own folder; it must exist. */
  folder: string;
}

export function createSettingsRepository({ folder, ...options }: OwnFileOptions): SettingsRepository {
  const file = createJsonFile<Settings>({
    ...options,
    path: join(folder, 'settings.json'),
    schema: settingsSchema,
    defaults: defaultSettings,
  });
  return {
    read: async () => {
      const stored = await file.read();
      return stored.ok ? success({ settings: stored.value.value, reset: stored.value.reset }) : stored;
    },
    change: (change) => file.change((settings) => ({ ...settings, ...change })),
    changeDataFolder: (dataFolder) => file.change((settings) => ({ ...settings, dataFolder })),
  };
}
