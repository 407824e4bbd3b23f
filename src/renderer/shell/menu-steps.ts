import type { Api } from '../api.ts';
import type { AppState, AppStore } from '../store/app-store.ts';

/** Tells the native menu which steps undo and redo are about, now and whenever that changes. */
export function nameStepsInMenu(api: Pick<Api, 'application.nameSteps'>, store: AppStore): void {
  let told = '';
  const tell = () => {
    const steps = stepNames(store.getState());
    const next = JSON.stringify(steps);
    if (next === told) return;
    told = next;
    void api['application.nameSteps'](steps);
  };
  store.subscribe((state, before) => {
    if (state.undoSteps !== before.undoSteps || state.redoSteps !== before.redoSteps) tell();
  });
  tell();
}

function stepNames({ undoSteps, redoSteps }: AppState): { undo: string | null; redo: string | null } {
  return { undo: undoSteps.at(-1)?.name ?? null, redo: redoSteps.at(-1)?.name ?? null };
}
