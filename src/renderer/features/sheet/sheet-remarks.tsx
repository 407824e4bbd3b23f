import type { SheetRemark } from '#core/sheet/sheet-reading';
import { messages } from '#messages/zh-CN';
import entry from '../../ui/choice-entry.module.css';
import styles from './sheet-import.module.css';

const words = messages.sheet.importing;
/** More are counted, not listed. */
const listed = 1000;

/** What of the sheet was not taken, row by row, with the reason for each. */
export function SheetRemarks({ remarks }: { remarks: readonly SheetRemark[] }) {
  return (
    <ol className={entry.readOnly} aria-label={words.kinds.remarks.name}>
      {remarks.slice(0, listed).map((remark) => (
        <li key={JSON.stringify(remark)}>
          <p className={styles.place}>
            {remark.column === undefined ? null : <b>{messages.ledger.columns[remark.column]}</b>}
            {remark.count === undefined ? null : <b>{words.missingRows(remark.count)}</b>}
            {remark.row === undefined ? null : <span>{words.place(remark.row)}</span>}
            {remark.detail === undefined || remark.detail === '' ? null : (
              <span className={styles.detail}>{remark.detail}</span>
            )}
          </p>
          <p className={styles.reason}>{words.remarks[remark.code]}</p>
        </li>
      ))}
    </ol>
  );
}
