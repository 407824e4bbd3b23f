import { defaultSettings, type Settings, type SettingsChange } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import type { Slice } from './app-store.ts';
import type { Outcome } from './history.ts';

export interface SettingsSlice {
  settings: Settings;
  loadSettings: () => Promise<void>;
  changeSettings: (change: SettingsChange) => Promise<void>;
}

export const settingsSlice: Slice<SettingsSlice> = (api) => (set, get) => {
  /** Shows it at once, and takes back what cannot be saved. */
  const write = async (change: SettingsChange): Promise<Outcome> => {
    const before = get().settings;
    set({ settings: { ...before, ...change } });
    const answer = await api['settings.change'](change);
    if (answer.ok) return 'done';
    set({ settings: { ...get().settings, ...previousValues(before, change) } });
    get().notifyError(answer.error);
    return 'failed';
  };
  return {
    settings: defaultSettings,
    loadSettings: async () => {
      const answer = await api['settings.read'](null);
      if (!answer.ok) return get().notifyError(answer.error);
      set({ settings: answer.value.settings });
      if (answer.value.reset) get().notify({ kind: 'error', text: messages.settings.reset });
    },
    changeSettings: async (change) => {
      const { labelNames: back } = get().settings;
      const outcome = await write(change);
      const { labelNames } = change;
      // What a label is called belongs to the notes; how the text looks is no change of data.
      if (outcome !== 'done' || labelNames === undefined) return;
      get().recordStep({
        name: messages.history.steps.labelNames,
        parts: [{ undo: () => write({ labelNames: back }), redo: () => write({ labelNames }) }],
      });
    },
  };
};

/** Only what was changed is taken back: other changes may have been made and saved meanwhile. */
function previousValues(before: Settings, change: SettingsChange): SettingsChange {
  return {
    ...(change.theme === undefined ? {} : { theme: before.theme }),
    ...(change.fontSize === undefined ? {} : { fontSize: before.fontSize }),
    ...(change.lineHeight === undefined ? {} : { lineHeight: before.lineHeight }),
    ...(change.columnWidth === undefined ? {} : { columnWidth: before.columnWidth }),
    ...(change.labelNames === undefined ? {} : { labelNames: before.labelNames }),
    ...(change.author === undefined ? {} : { author: before.author }),
    ...(change.markMode === undefined ? {} : { markMode: before.markMode ?? false }),
  };
}
