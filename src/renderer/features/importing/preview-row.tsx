import { Check, ChevronDown, Ellipsis } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import type { PreviewLine } from '#core/outline/preview-lines';
import type { DecidedRole } from '#core/outline/text-block';
import { codePointLength } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import type { LineCorrection } from '../../workers/outline/outline-messages.ts';
import styles from './preview-lines.module.css';

const words = messages.importing.preview;
const levels = [1, 2, 3, 4, 5, 6];
/** Longest text of a line that is shown, in UTF-16 units; of a longer one only the beginning matters here. */
const longestShown = 400;

interface PreviewRowProps {
  line: PreviewLine;
  index: number;
  /** Tab leads to this row. */
  isCurrent: boolean;
}

/** A line with what it is, which can be changed, and what else can be done with it. */
export const PreviewRow = memo(function PreviewRow({ line, index, isCurrent }: PreviewRowProps) {
  const correct = useApp((state) => state.correctLine);
  const [isSplitting, setSplitting] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const finish = () => {
    setSplitting(false);
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('button:last-of-type')?.focus());
  };
  const name = line.text.slice(0, 20);
  return (
    <div ref={row} className={styles.row} data-level={line.level === undefined ? undefined : Math.min(line.level, 4)}>
      <MenuTrigger>
        <Button aria-label={words.levelOf(`${labelOf(line)}，${name}`)} excludeFromTabOrder={!isCurrent}>
          <span className={styles.kind}>{labelOf(line)}</span>
          {line.isDecided ? <Check size={13} strokeWidth={2} aria-label={words.decided} /> : null}
          <ChevronDown size={13} strokeWidth={1.5} aria-hidden />
        </Button>
        <RoleMenu line={line} name={name} onCorrect={(correction) => correct(index, correction)} />
      </MenuTrigger>
      {isSplitting ? (
        <Splitting text={line.text} onSplit={(at) => correct(index, { kind: 'split', at })} onDone={finish} />
      ) : (
        <LineText line={line} />
      )}
      <MenuTrigger>
        <IconButton
          name={words.actions(name)}
          icon={<Ellipsis size={16} strokeWidth={1.5} />}
          // → leads here from the other button
          excludeFromTabOrder
        />
        <Menu>
          <MenuItem name={words.merge} isDisabled={index === 0} onAction={() => correct(index, { kind: 'merge' })} />
          <MenuItem name={words.split} onAction={() => setSplitting(true)} />
        </Menu>
      </MenuTrigger>
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

interface RoleMenuProps {
  line: PreviewLine;
  name: string;
  onCorrect: (correction: LineCorrection) => void;
}

/** Everything that a line can be. */
function RoleMenu({ line, name, onCorrect }: RoleMenuProps) {
  const chosen = [choiceOf(line)];
  const roles = (names: readonly DecidedRole[]) =>
    names.map((role) => (
      <MenuItem key={role} id={role} name={words.roles[role]} onAction={() => onCorrect({ kind: 'role', role })} />
    ));
  return (
    <Menu>
      <MenuChoice name={words.levelOf(name)} kind="one" chosen={chosen}>
        <MenuItem id="text" name={words.body} onAction={() => onCorrect({ kind: 'text' })} />
        {levels.map((level) => (
          <MenuItem
            key={level}
            id={String(level)}
            name={words.level(level)}
            onAction={() => onCorrect({ kind: 'heading', level })}
          />
        ))}
        {roles(['attachment'])}
      </MenuChoice>
      <MenuSeparator />
      <MenuChoice name={words.otherRoles} kind="one" chosen={chosen}>
        {roles(['title', 'contents', 'row', 'box', 'note'])}
      </MenuChoice>
      <MenuSeparator />
      <MenuChoice name={words.roles.dropped} kind="one" chosen={chosen}>
        {roles(['dropped'])}
      </MenuChoice>
    </Menu>
  );
}

/** The id of the item that says what the line is. */
function choiceOf({ kind, level, isAttachment }: PreviewLine): string {
  if (isAttachment) return 'attachment';
  if (level !== undefined) return String(level);
  return kind === 'paragraph' || kind === 'heading' ? 'text' : kind;
}

function labelOf({ level, kind, isAttachment }: PreviewLine): string {
  if (isAttachment) return words.roles.attachment;
  return level === undefined ? words.kinds[kind] : words.level(level);
}

/** The caret says where; the text itself cannot be changed. */
function Splitting({ text, onSplit, onDone }: { text: string; onSplit: (at: number) => void; onDone: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // The menu that this was chosen from gives the focus back to its button when it goes.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => field.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, []);
  const split = () => {
    const at = codePointLength(text.slice(0, field.current?.selectionStart ?? 0));
    if (at > 0 && at < codePointLength(text)) onSplit(at);
    onDone();
  };
  return (
    <div className={styles.splitting}>
      <textarea
        ref={field}
        aria-label={words.splitField}
        aria-description={words.splitHint}
        rows={Math.min(8, Math.ceil(text.length / 40) + 1)}
        value={text}
        // Not read-only: such a field has no caret that keys could move.
        onChange={() => undefined}
        onBeforeInput={(event) => event.preventDefault()}
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.key === 'Enter') split();
          else if (event.key === 'Escape') onDone();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <p>
        {words.splitHint}
        <Button variant="outlined" onPress={split}>
          {words.splitHere}
        </Button>
        <Button onPress={onDone}>{messages.importing.cancel}</Button>
      </p>
    </div>
  );
}
