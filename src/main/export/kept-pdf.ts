import type { MadeFile, OnProgress, PdfMaker } from './made-file.ts';
import type { ReportPage } from './report-pages.ts';

/** The PDF of the report that is looked at. It is made once, so that the file that is saved is the one that was seen. */
export interface KeptPdf {
  /** The PDF of a report, made now unless it is there or under way; `undefined` when that was ended. */
  of(page: ReportPage, author: string, onProgress?: OnProgress): Promise<MadeFile | undefined>;
  /** Ends what is under way, of whatever report; what is made stays. */
  interrupt(): void;
  /** Ends what is under way for this report, and forgets what was made of it. */
  forget(report: string): void;
}

interface Kept {
  report: string;
  author: string;
  controller: AbortController;
  listeners: Set<OnProgress>;
  share: number;
  isMade: boolean;
}

/** Keeps the PDF of one report, that which was asked for last. */
export function createKeptPdf(makePdf: PdfMaker, now: () => Date): KeptPdf {
  let kept: (Kept & { made: Promise<MadeFile | undefined> }) | undefined;

  const make = async (page: ReportPage, one: Kept): Promise<MadeFile | undefined> => {
    const { author, controller, listeners } = one;
    const onProgress = (share: number) => {
      one.share = share;
      for (const listener of listeners) listener(share);
    };
    const drop = () => {
      if (kept?.controller === controller) kept = undefined;
    };
    try {
      const made = await makePdf(page, { author, created: now(), signal: controller.signal, onProgress });
      if (made === undefined || controller.signal.aborted) {
        drop();
        return undefined;
      }
      one.isMade = true;
      return made;
    } catch (error) {
      drop();
      throw error;
    }
  };

  return {
    of: async (page, author, onProgress) => {
      if (kept?.report !== page.id || kept.author !== author) {
        kept?.controller.abort();
        const listeners = new Set(onProgress === undefined ? [] : [onProgress]);
        const one = {
          ...{ report: page.id, author, controller: new AbortController() },
          ...{ listeners, share: 0, isMade: false },
        };
        kept = Object.assign(one, { made: make(page, one) });
      } else if (onProgress !== undefined) {
        kept.listeners.add(onProgress);
        onProgress(kept.share);
      }
      const { made, listeners } = kept;
      try {
        return await made;
      } finally {
        if (onProgress !== undefined) listeners.delete(onProgress);
      }
    },
    interrupt: () => {
      if (kept === undefined || kept.isMade) return;
      kept.controller.abort();
      kept = undefined;
    },
    forget: (report) => {
      if (kept?.report !== report) return;
      kept.controller.abort();
      kept = undefined;
    },
  };
}
