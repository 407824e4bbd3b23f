import { Check, ChevronDown, Ellipsis } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import type { PreviewLine } from '#core/outline/preview-lines';
import { codePointLength } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuItem } from '../../ui/menu.tsx';
import styles from './preview-lines.module.css';

const words = messages.importing.preview;
const levels = [1, 2, 3, 4, 5, 6];
/** Longest text of a line that is shown, in UTF-16 units; of a longer one only the beginning matters here. */
const longestShown = 400;

/** A line with its level, which can be changed, and what else can be done with it. */
export const PreviewRow = memo(function PreviewRow({ line, index }: { line: PreviewLine; index: number }) {
  const correct = useApp((state) => state.correctLine);
  const [isSplitting, setSplitting] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const finish = () => {
    setSplitting(false);
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('button:last-of-type')?.focus());
  };
  const shown = line.text.length > longestShown ? `${line.text.slice(0, longestShown)}…` : line.text;
  const name = line.text.slice(0, 20);
  const chosen = line.level === undefined ? 'text' : String(line.level);
  return (
    <div ref={row} className={styles.row} data-level={line.level === undefined ? undefined : Math.min(line.level, 4)}>
      <MenuTrigger>
        <Button aria-label={words.levelOf(`${labelOf(line)}，${name}`)}>
          <span className={styles.kind}>{labelOf(line)}</span>
          {line.isDecided ? <Check size={13} strokeWidth={2} aria-label={words.decided} /> : null}
          <ChevronDown size={13} strokeWidth={1.5} aria-hidden />
        </Button>
        <Menu>
          <MenuChoice name={words.levelOf(name)} kind="one" chosen={[chosen]}>
            <MenuItem id="text" name={words.body} onAction={() => correct(index, { kind: 'text' })} />
            {levels.map((level) => (
              <MenuItem
                key={level}
                id={String(level)}
                name={words.level(level)}
                onAction={() => correct(index, { kind: 'heading', level })}
              />
            ))}
          </MenuChoice>
        </Menu>
      </MenuTrigger>
      {isSplitting ? (
        <Splitting text={line.text} onSplit={(at) => correct(index, { kind: 'split', at })} onDone={finish} />
      ) : (
        <p className={styles.text} data-kind={line.kind}>
          {line.headingEnd === undefined ? (
            shown.replaceAll('\t', ' ｜ ')
          ) : (
            <strong>{shown.slice(0, line.headingEnd)}</strong>
          )}
          {line.headingEnd === undefined ? null : shown.slice(line.headingEnd)}
        </p>
      )}
      <MenuTrigger>
        <IconButton name={words.actions(name)} icon={<Ellipsis size={16} strokeWidth={1.5} />} />
        <Menu>
          <MenuItem name={words.merge} isDisabled={index === 0} onAction={() => correct(index, { kind: 'merge' })} />
          <MenuItem name={words.split} onAction={() => setSplitting(true)} />
        </Menu>
      </MenuTrigger>
    </div>
  );
});

function labelOf({ level, kind }: PreviewLine): string {
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
