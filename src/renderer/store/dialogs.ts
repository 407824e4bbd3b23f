import type { Slice } from './app-store.ts';

/** The box with a list below it, in its two kinds; each has the name of the command that opens it. */
export type PaletteName = 'quickOpen' | 'commandPalette';

export type DialogName =
  | PaletteName
  | 'library'
  | 'comparison'
  | 'documentImport'
  | 'export'
  | 'import'
  | 'sheetImport'
  | 'recycleBin'
  | 'snapshots'
  | 'settings'
  | 'review'
  | 'versions'
  | 'presentation'
  | 'presentationHere'
  | 'help'
  | 'about';

export interface DialogsSlice {
  dialog: DialogName | null;
  openDialog: (dialog: DialogName) => void;
  closeDialog: () => void;
}

/** Whether slides are shown to others, whom no message of the program concerns. */
export function isPresenting({ dialog }: Pick<DialogsSlice, 'dialog'>): boolean {
  return dialog === 'presentation' || dialog === 'presentationHere';
}

export const dialogsSlice: Slice<DialogsSlice> = () => (set) => ({
  dialog: null,
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
});
