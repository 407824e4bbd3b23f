import { useEffect, useState } from 'react';
import type { OperationOutput } from '#ipc/contract';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import { useAppStore } from '../../store/use-app.ts';
import { OperationProblem } from './operation-problem.tsx';
import styles from './sheet-table.module.css';

type Sheet = OperationOutput<'export.previewSheet'>;
const words = messages.exporting;

/** The first rows of the file as a spreadsheet shows them, its head in view. */
export function SheetTable({ report, format }: { report: string; format: 'xlsx' | 'csv' }) {
  const { sheet, error } = useSheet(report, format);
  if (error !== null) return <OperationProblem error={error} />;
  if (sheet === null) return null;
  const { name, columns, rows, total } = sheet;
  return (
    <div className={styles.view}>
      <section className={styles.scroller} aria-label={words.preview} tabIndex={0}>
        <table className={styles.sheet} data-format={format} aria-label={name} aria-rowcount={total + 1}>
          <colgroup>
            <col className={styles.numbers} />
            {columns.map(({ letters, width }) => (
              <col key={letters} style={{ width: `calc(${width} * var(--character))` }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-hidden className={styles.letters}>
              <td />
              {columns.map(({ letters }) => (
                <td key={letters}>{letters}</td>
              ))}
            </tr>
            <tr className={styles.head}>
              <td aria-hidden className={styles.number}>
                1
              </td>
              {columns.map(({ letters, title }) => (
                <th key={letters} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <SheetRow key={cells.join('\t')} number={row + 2} cells={cells} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
      <div className={styles.bar}>
        {format === 'xlsx' ? <span className={styles.tab}>{name}</span> : null}
        <span>{rows.length < total ? words.sheet.firstRows(rows.length, total) : words.sheet.rows(total)}</span>
      </div>
    </div>
  );
}

function SheetRow({ number, cells, columns }: { number: number; cells: string[]; columns: Sheet['columns'] }) {
  return (
    <tr>
      <td aria-hidden className={styles.number}>
        {number}
      </td>
      {columns.map(({ letters, isCentred }, column) => (
        <td key={letters} className={isCentred ? styles.centred : undefined}>
          <div className={styles.text}>{cells[column]}</div>
        </td>
      ))}
    </tr>
  );
}

/** The sheet of a report; that of the report before stays until it is there. */
function useSheet(report: string, format: 'xlsx' | 'csv') {
  const store = useAppStore();
  const [made, setMade] = useState<{ sheet: Sheet | null; error: OperationError | null }>({ sheet: null, error: null });
  useEffect(() => {
    let isWanted = true;
    const make = async () => {
      const answer = await store.getState().previewSheet(report, format);
      if (!isWanted) return;
      setMade(answer.ok ? { sheet: answer.value, error: null } : { sheet: null, error: answer.error });
    };
    void make();
    return () => {
      isWanted = false;
    };
  }, [store, report, format]);
  return made;
}
