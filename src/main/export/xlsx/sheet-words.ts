/** The words of a workbook in the reader's language. */
export interface SheetWords {
  /** Name of the face that its cells are written in. */
  font: string;
  /** Title of the column of ids. */
  id: string;
  /** Said at the end of a text that no cell can hold. */
  cut: string;
  /** At the foot of each page; the numbers are put in by whoever prints. */
  foot: (page: string, pages: string) => string;
  /** Said to who types what a cell cannot take. */
  refused: { title: string; status: string; day: string; percent: string };
}
