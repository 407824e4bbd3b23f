import { Check, ChevronDown, Ellipsis } from 'lucide-react';
import { memo, useRef } from 'react';
import type { PreviewLine } from '#core/outline/preview-lines';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import buttonStyles from '../../ui/button.module.css';
import { LineNumbering } from './line-numbering.tsx';
import { LineSplitting } from './line-splitting.tsx';
import styles from './preview-lines.module.css';

const words = messages.importing.preview;
/** Longest text of a line that is shown, in UTF-16 units; of a longer one only the beginning matters here. */
const longestShown = 400;

/** The two menus of a line: what it is, and what else can be done with it. */
export type LineMenuKind = 'role' | 'more';

/** What is asked for in the place of a line, or below it: where to split it, or the number of its heading. */
export type LineQuestion = 'split' | 'number';

interface PreviewRowProps {
  line: PreviewLine;
  index: number;
  /** Tab leads to this row. */
  isCurrent: boolean;
  /** Which of its menus is open. */
  openMenu: LineMenuKind | null;
  question: LineQuestion | null;
  onAnswered: () => void;
  onMenu: (kind: LineMenuKind, index: number, button: HTMLButtonElement) => void;
}

/**
 * A line with what it is, and buttons that open its menus. They are plain buttons, and the menus are there once for all lines:
 * dozens of lines come into the page at once.
 */
export const PreviewRow = memo(function PreviewRow(props: PreviewRowProps) {
  const { line, index, isCurrent, openMenu, question, onMenu } = props;
  const correct = useApp((state) => state.correctLine);
  const more = useRef<HTMLButtonElement>(null);
  const finish = () => {
    props.onAnswered();
    requestAnimationFrame(() => more.current?.focus());
  };
  const name = nameOfLine(line);
  return (
    <div className={styles.row} data-level={line.level === undefined ? undefined : Math.min(line.level, 4)}>
      <button
        type="button"
        className={buttonStyles.button}
        aria-label={words.levelOf(`${labelOf(line)}，${name}`)}
        aria-haspopup="menu"
        aria-expanded={openMenu === 'role'}
        tabIndex={isCurrent ? 0 : -1}
        onClick={({ currentTarget }) => onMenu('role', index, currentTarget)}
      >
        <span className={styles.kind}>{labelOf(line)}</span>
        {line.isDecided ? <Check size={13} strokeWidth={2} aria-label={words.decided} /> : null}
        <ChevronDown size={13} strokeWidth={1.5} aria-hidden />
      </button>
      {question === 'split' ? (
        <LineSplitting text={line.text} onSplit={(at) => correct(index, { kind: 'split', at })} onDone={finish} />
      ) : (
        <div>
          <LineText line={line} />
          {question === 'number' && line.number !== undefined ? (
            <LineNumbering
              number={line.number}
              onNumber={(number) => correct(index, { kind: 'number', number })}
              onDone={finish}
            />
          ) : null}
        </div>
      )}
      <button
        ref={more}
        type="button"
        className={`${buttonStyles.button} ${buttonStyles.icon}`}
        title={words.more}
        aria-label={words.actions(name)}
        aria-haspopup="menu"
        aria-expanded={openMenu === 'more'}
        // → leads here from the other button
        tabIndex={-1}
        onClick={({ currentTarget }) => onMenu('more', index, currentTarget)}
      >
        <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
      </button>
    </div>
  );
});

function LineText({ line: { text, kind, headingEnd } }: { line: PreviewLine }) {
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  if (kind === 'dropped') {
    return (
      <p className={styles.text} data-kind={kind}>
        <del>{shown}</del>
      </p>
    );
  }
  return (
    <p className={styles.text} data-kind={kind}>
      {headingEnd === undefined ? shown.replaceAll('\t', ' ｜ ') : <strong>{shown.slice(0, headingEnd)}</strong>}
      {headingEnd === undefined ? null : shown.slice(headingEnd)}
    </p>
  );
}

/** How a line is called where there is no room for it. */
export function nameOfLine({ text }: PreviewLine): string {
  return text.slice(0, 20);
}

function labelOf({ level, kind, isAttachment }: PreviewLine): string {
  if (isAttachment) return words.roles.attachment;
  return level === undefined ? words.kinds[kind] : words.level(level);
}
