import type { Slice } from './app-store.ts';

export type DialogName =
  | 'library'
  | 'comparison'
  | 'documentImport'
  | 'export'
  | 'import'
  | 'recycleBin'
  | 'snapshots'
  | 'settings'
  | 'review'
  | 'versions'
  | 'shortcuts'
  | 'about';

export interface DialogsSlice {
  dialog: DialogName | null;
  openDialog: (dialog: DialogName) => void;
  closeDialog: () => void;
}

export const dialogsSlice: Slice<DialogsSlice> = () => (set) => ({
  dialog: null,
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
});
