import type { CellChange } from '#core/sheet/sheet-reading';
import { messages } from '#messages/zh-CN';
import entry from '../../ui/choice-entry.module.css';
import styles from './sheet-import.module.css';

const words = messages.sheet.importing;
const { columns } = messages.ledger;
/** Most characters of a text that a line shows. */
const longest = 160;

/** What a screen reader says for a cell. */
export function cellName({ column, row, files = [], before, after, annotation }: CellChange): string {
  const [now, then] = [before, after].map((text) => shown(text, column));
  const place = [columns[column], words.place(row), ...files].join(' ');
  return `${place}：${now} → ${then}（${annotation.target.exact.slice(0, 60)}）`.slice(0, 300);
}

/** One cell: where it is, of which task, and what it was, is and would be. */
export function CellRow({ change }: { change: CellChange }) {
  const { kind, column, row, files, exported, before, after, annotation } = change;
  const { measure } = annotation.task;
  return (
    <>
      <p className={styles.place}>
        <b>{columns[column]}</b>
        <span>{words.place(row)}</span>
        {files === undefined ? null : (
          <span className={styles.file} title={files.join('\n')}>
            {words.files(files)}
          </span>
        )}
      </p>
      <p className={styles.task} title={annotation.target.exact}>
        {measure || annotation.target.exact}
      </p>
      <dl className={entry.sides}>
        {kind === 'conflict' && exported !== undefined ? (
          <Side name={words.exported} text={shown(exported, column)} />
        ) : null}
        <Side name={words.before} text={shown(before, column)} />
        <Side name={column === 'progress' ? words.added : words.after} text={shown(after, column)} />
      </dl>
    </>
  );
}

function Side({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd title={text}>{text.slice(0, longest).replaceAll(/\s+/g, ' ')}</dd>
    </>
  );
}

/** What stands in a cell, as the grid shows it. */
function shown(text: string, column: CellChange['column']): string {
  if (column === 'completion') return messages.ledger.percent(Number(text));
  return text === '' ? words.blank : text;
}
