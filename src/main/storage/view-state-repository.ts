import { join } from 'node:path';
import { defaultViewState, type ViewState } from '#core/settings/settings';
import { viewStateSchema } from '#core/settings/settings-schema';
import { type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import { createJsonFile } from './json-file.ts';
import type { OwnFileOptions } from './settings-repository.ts';

/** What the window looked like, in `view-state.json` of the application's own folder. */
export interface ViewStateRepository {
  read(): Promise<Result<ViewState, OperationError>>;
  write(state: ViewState): Promise<Result<null, OperationError>>;
}

export function createViewStateRepository({ folder, ...options }: OwnFileOptions): ViewStateRepository {
  const file = createJsonFile<ViewState>({
    ...options,
    path: join(folder, 'view-state.json'),
    schema: viewStateSchema,
    defaults: defaultViewState,
  });
  return {
    read: async () => {
      const stored = await file.read();
      if (stored.ok) return success(stored.value.value);
      return stored.error.code === 'newer-version' ? success(defaultViewState) : stored;
    },
    write: async (state) => {
      const written = await file.change(() => state);
      return written.ok ? success(null) : written;
    },
  };
}
