import type { Handlers } from '#ipc/contract';
import type { SettingsRepository } from '../../storage/settings-repository.ts';
import type { ViewStateRepository } from '../../storage/view-state-repository.ts';

export function settingsHandlers(dependencies: {
  settings: SettingsRepository;
  viewState: ViewStateRepository;
}): Pick<Handlers, 'settings.read' | 'settings.change' | 'viewState.read' | 'viewState.write'> {
  const { settings, viewState } = dependencies;
  return {
    'settings.read': () => settings.read(),
    'settings.change': (change) => settings.change(change),
    'viewState.read': () => viewState.read(),
    'viewState.write': (state) => viewState.write(state),
  };
}
