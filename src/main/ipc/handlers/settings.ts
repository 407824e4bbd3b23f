import type { Theme } from '#core/settings/settings';
import type { Handlers } from '#ipc/contract';
import type { SettingsRepository } from '../../storage/settings-repository.ts';
import type { ViewStateRepository } from '../../storage/view-state-repository.ts';

export function settingsHandlers(
  dependencies: { settings: SettingsRepository; viewState: ViewStateRepository },
  applyTheme: (theme: Theme) => void,
): Pick<Handlers, 'settings.read' | 'settings.change' | 'viewState.read' | 'viewState.write'> {
  const { settings, viewState } = dependencies;
  return {
    'settings.read': () => settings.read(),
    'settings.change': async (change) => {
      const changed = await settings.change(change);
      if (changed.ok) applyTheme(changed.value.theme);
      return changed;
    },
    'viewState.read': () => viewState.read(),
    'viewState.write': (state) => viewState.write(state),
  };
}
