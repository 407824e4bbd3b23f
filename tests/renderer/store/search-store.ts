import { beforeEach, expect, vi } from 'vitest';
import { canonicalText } from '#core/plan/canonical-text';
import { type AppState, type AppStore, createAppStore } from '../../../src/renderer/store/app-store.ts';
import { startAnchoringWorker } from '../../../src/renderer/workers/anchoring/anchoring-client.ts';
import { createSearchClient } from '../../../src/renderer/workers/search/search-client.ts';
import { bundledPlan } from '../../core/search/bundled-plan.ts';
import { InProcessPort } from '../workers/search/in-process-port.ts';
import { fakeApi } from './fake-api.ts';

export const text = canonicalText(bundledPlan);
/** The first index takes its time on a busy machine. */
export const patience = { timeout: 10_000 };

/** A store on the bundled plan, anew for each test, whose searches run in this process. */
export function setUpSearch() {
  let store: AppStore;
  let port: InProcessPort;
  beforeEach(() => {
    port = new InProcessPort();
    store = createAppStore(fakeApi().api, startAnchoringWorker, (listeners) => createSearchClient(port, listeners));
    store.setState({ plan: bundledPlan });
  });
  const state = () => store.getState();
  return {
    state,
    setState: (part: Partial<AppState>) => store.setState(part),
    port: () => port,
    settled: () => vi.waitFor(() => expect(state().search.pending).toBe(false), patience),
    current: () => {
      const { ranges, current: index } = state().searchPaint;
      return ranges[index];
    },
  };
}
