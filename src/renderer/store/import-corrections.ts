import type { DocumentImportSlice } from './document-import.ts';
import type { ImportRun } from './import-run.ts';

type Corrections = Pick<DocumentImportSlice, 'correctLine' | 'undoCorrection' | 'redoCorrection'>;

/** What the reader corrects in the outline that was found. */
export function importCorrections({ preview, patch, outline }: ImportRun): Corrections {
  return {
    correctLine: (line, correction) => {
      const present = preview();
      if (!present?.outlined) return;
      patch({ undone: [] });
      void outline(present.corrections, { line, correction });
    },
    undoCorrection: () => {
      const present = preview();
      const last = present?.corrections.at(-1);
      if (!present || last === undefined) return;
      patch({ undone: [...present.undone, last] });
      void outline(present.corrections.slice(0, -1));
    },
    redoCorrection: () => {
      const present = preview();
      const last = present?.undone.at(-1);
      if (!present || last === undefined) return;
      patch({ undone: present.undone.slice(0, -1) });
      void outline([...present.corrections, last]);
    },
  };
}
