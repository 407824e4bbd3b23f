import type { DocumentImportSlice, DocumentPreview } from './document-import.ts';
import type { ImportRun } from './import-run.ts';

type Corrections = Pick<DocumentImportSlice, 'correctLine' | 'undoCorrection' | 'redoCorrection'>;

/** What the reader corrects in the outline that was found: one after the other, each in what those before it made. */
export function importCorrections({ preview, patch, outline, inTurn, keep }: ImportRun): Corrections {
  const change = (make: (present: DocumentPreview) => Promise<unknown> | undefined) =>
    void inTurn(async () => {
      const present = preview();
      if (present === null) return;
      await make(present);
      // Not waited for: a slow disk must not hold up the next correction.
      void keep();
    });
  return {
    correctLine: (line, correction) => {
      const seen = preview()?.outlined?.lines[line];
      change((present) => {
        // Lines may have been joined or split since: what the reader pointed at must still be there.
        if (seen === undefined || present.outlined?.lines[line]?.text !== seen.text) return undefined;
        patch({ undone: [] });
        return outline(present.corrections, { line, correction });
      });
    },
    undoCorrection: () =>
      change(({ corrections, undone, carried }) => {
        const last = corrections.at(-1);
        if (last === undefined) return undefined;
        // What comes instead of one that was carried over is the reader's own.
        patch({ undone: [...undone, last], carried: Math.min(carried, corrections.length - 1) });
        return outline(corrections.slice(0, -1));
      }),
    redoCorrection: () =>
      change(({ corrections, undone }) => {
        const last = undone.at(-1);
        if (last === undefined) return undefined;
        patch({ undone: undone.slice(0, -1) });
        return outline([...corrections, last]);
      }),
  };
}
