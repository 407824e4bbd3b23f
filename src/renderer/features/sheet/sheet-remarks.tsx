import type { SheetRemark } from '#core/sheet/sheet-reading';
import { messages } from '#messages/zh-CN';
import type { RefusedFile } from '../../store/read-sheets.ts';
import entry from '../../ui/choice-entry.module.css';
import { problemText } from './problem-text.ts';
import styles from './sheet-import.module.css';

const words = messages.sheet.importing;
/** More are counted, not listed. */
const listed = 1000;

interface SheetRemarksProps {
  refused: readonly RefusedFile[];
  remarks: readonly SheetRemark[];
}

/** What was not taken, file by file and row by row, with the reason for each. */
export function SheetRemarks({ refused, remarks }: SheetRemarksProps) {
  return (
    <ol className={entry.readOnly} aria-label={words.kinds.remarks.name}>
      {refused.map(({ name, problem }) => (
        <li key={name}>
          <p className={styles.place}>
            <b className={styles.file}>{name}</b>
          </p>
          <p className={styles.reason}>{problemText(problem)}</p>
        </li>
      ))}
      {remarks.slice(0, listed).map((remark) => (
        <li key={JSON.stringify(remark)}>
          <p className={styles.place}>
            {remark.column === undefined ? null : <b>{messages.ledger.columns[remark.column]}</b>}
            {remark.count === undefined ? null : <b>{words.missingRows(remark.count)}</b>}
            {remark.row === undefined ? null : <span>{words.place(remark.row)}</span>}
            {remark.detail === undefined || remark.detail === '' ? null : (
              <span className={styles.detail}>{remark.detail}</span>
            )}
            {remark.file === undefined ? null : (
              <span className={styles.file} title={remark.file}>
                {remark.file}
              </span>
            )}
          </p>
          <p className={styles.reason}>{words.remarks[remark.code]}</p>
        </li>
      ))}
    </ol>
  );
}
