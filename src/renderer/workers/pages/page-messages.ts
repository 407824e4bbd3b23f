/** A page that is wanted as a picture, so many dots wide. */
export interface WantedPage {
  /** From 1. */
  page: number;
  width: number;
}

/** What the page says to the worker: a file, or which pages of it are in sight, the nearest first. */
export type PagesRequest =
  | { kind: 'open'; file: number; bytes: Uint8Array }
  | { kind: 'want'; file: number; pages: readonly WantedPage[] };

/** How many pages a file has, and how large they are in CSS pixels. */
export interface PageMeasures {
  count: number;
  width: number;
  height: number;
}

/** A page as it is seen, with its text line by line. */
export interface DrawnPage extends WantedPage {
  picture: ImageBitmap;
  lines: string[];
}

/** What the worker answers, each with the number of the file that it is about. */
export type PagesResponse = { file: number } & (
  | ({ kind: 'opened' } & PageMeasures)
  | { kind: 'failed'; detail: string }
  | ({ kind: 'drawn' } & DrawnPage)
);
