import type { PlanDocument } from '#core/plan/plan';
import type { OperationError } from '#ipc/error-codes';
import type { Slice } from './app-store.ts';

export interface LibrarySlice {
  plan: PlanDocument | null;
  planError: OperationError | null;
  openDocument: (document: string) => Promise<void>;
}

export const librarySlice: Slice<LibrarySlice> = (api) => (set) => ({
  plan: null,
  planError: null,
  openDocument: async (document) => {
    const answer = await api['library.open']({ document });
    set(answer.ok ? { plan: answer.value, planError: null } : { plan: null, planError: answer.error });
  },
});
