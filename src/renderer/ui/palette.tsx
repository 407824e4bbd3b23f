import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { noticePlace } from './notice-place.ts';
import styles from './palette.module.css';

export interface PaletteRow {
  id: string;
  /** Before the name, in a column of its own: a number or an icon. */
  lead?: ReactNode;
  name: ReactNode;
  /** All of the row in words, for screen readers. */
  spoken: string;
  /** After the name: where it belongs, or why it cannot be had. */
  detail?: string;
  keys?: string | undefined;
  isDisabled?: boolean;
}

export interface PaletteGroup {
  name: string;
  /** Width of what stands before the names, in em, so that these stand below each other; absent: as wide as it is. */
  leadWidth?: number;
  rows: readonly PaletteRow[];
}

interface PaletteProps {
  title: string;
  placeholder: string;
  icon: ReactNode;
  /** Name of the list. */
  list: string;
  text: string;
  onText: (text: string) => void;
  /** Backspace in the empty box. */
  onErase: () => void;
  groups: readonly PaletteGroup[];
  /** Instead of rows, where there are none. */
  empty: string;
  /** How many rows answer, for eye and ear. */
  count: string;
  /** What else may be typed and pressed. */
  hints: ReactNode;
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** A box near the top of the window with a list below it: the keys of the list work while one types. */
export function Palette(props: PaletteProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={props.title}>
          <PaletteContent {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteContent(props: PaletteProps) {
  const { title, placeholder, icon, list, text, onText, onErase, groups, empty, count, hints, onChoose } = props;
  const id = useId();
  const rows = groups.flatMap((group) => group.rows);
  const active = useActiveRow(rows.length, `${title}\n${text}`);
  const idOf = (row: number) => `${id}-${row}`;
  const choose = (row: PaletteRow | undefined) => {
    if (row !== undefined && !row.isDisabled) onChoose(row.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys belong to an input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') choose(rows[active.index]);
    else if (event.key === 'Backspace' && text === '') return onErase();
    else if (!active.move(event)) return;
    event.preventDefault();
  };
  const hasRows = rows.length > 0;
  return (
    <>
      <div className={styles.head}>
        {icon}
        <PaletteField
          label={title}
          placeholder={placeholder}
          text={text}
          onText={onText}
          onKeyDown={onKeyDown}
          list={hasRows ? `${id}-list` : undefined}
          option={hasRows ? idOf(active.index) : undefined}
        />
      </div>
      {hasRows ? (
        <div {...listOf(`${id}-list`, list)} className={styles.list}>
          {groups.map((group, at) => {
            const first = groups.slice(0, at).reduce((sum, { rows: before }) => sum + before.length, 0);
            return (
              <Group key={group.name} name={group.name} headingId={`${id}-group-${at}`}>
                {group.rows.map((row, index) => (
                  <Row
                    key={row.id}
                    id={idOf(first + index)}
                    row={row}
                    leadWidth={group.leadWidth}
                    isActive={first + index === active.index}
                    isFirst={first + index === 0}
                    onPoint={() => active.set(first + index)}
                    onChoose={() => choose(row)}
                  />
                ))}
              </Group>
            );
          })}
        </div>
      ) : (
        <p className={styles.empty}>{empty}</p>
      )}
      <div ref={noticePlace} className={styles.notices} />
      <div className={styles.foot}>
        <div className={styles.hints}>{hints}</div>
        <span aria-live="polite">{hasRows ? count : ''}</span>
        <span className="visually-hidden" aria-live="polite">
          {hasRows ? '' : empty}
        </span>
      </div>
    </>
  );
}

/** Roles of the combobox pattern: no element of HTML has them together with what is in these rows. */
const listOf = (id: string, name: string) => ({ role: 'listbox', id, 'aria-label': name }) as const;
const groupOf = (headingId: string) => ({ role: 'group', 'aria-labelledby': headingId }) as const;

interface PaletteFieldProps extends Pick<PaletteProps, 'placeholder' | 'text' | 'onText'> {
  label: string;
  list: string | undefined;
  option: string | undefined;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** What an input method is composing is shown, but looks for nothing yet. */
function PaletteField({ label, placeholder, text, onText, onKeyDown, list, option }: PaletteFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [composed, setComposed] = useState<string | null>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <input
      ref={input}
      type="text"
      role="combobox"
      className={styles.input}
      aria-label={label}
      aria-autocomplete="list"
      aria-expanded={list !== undefined}
      aria-controls={list}
      aria-activedescendant={option}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      value={composed ?? text}
      onChange={({ currentTarget: { value }, nativeEvent }) => {
        if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) setComposed(value);
        else onText(value);
      }}
      onCompositionEnd={({ currentTarget: { value } }) => {
        setComposed(null);
        onText(value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

interface GroupProps {
  name: string;
  headingId: string;
  children: ReactNode;
}

function Group({ name, headingId, children }: GroupProps) {
  return (
    <div {...groupOf(headingId)}>
      <div id={headingId} className={styles.group}>
        {name}
      </div>
      {children}
    </div>
  );
}

interface RowProps {
  id: string;
  row: PaletteRow;
  leadWidth: number | undefined;
  isActive: boolean;
  isFirst: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Row({ id, row, leadWidth, isActive, isFirst, onPoint, onChoose }: RowProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isActive) return;
    // with the heading above it, which nothing else would bring back
    if (isFirst) element.current?.parentElement?.parentElement?.scrollTo(0, 0);
    else element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive, isFirst]);
  const parts = {
    id,
    role: 'option',
    tabIndex: -1,
    'aria-label': row.spoken,
    'aria-selected': isActive,
    'aria-disabled': row.isDisabled || undefined,
    // The box keeps the focus, and with it the keys.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onPointerMove: isActive ? undefined : onPoint,
    onClick: onChoose,
  } as const;
  return (
    <div ref={element} {...parts} className={styles.row}>
      {row.lead === undefined ? null : (
        <span className={styles.lead} style={leadWidth === undefined ? undefined : { minWidth: `${leadWidth}em` }}>
          {row.lead}
        </span>
      )}
      <span className={styles.name}>{row.name}</span>
      {row.detail === undefined || row.detail === '' ? null : <span className={styles.detail}>{row.detail}</span>}
      {row.keys === undefined ? null : <kbd className={styles.keys}>{row.keys}</kbd>}
    </div>
  );
}

/** Rows that a page key goes over. */
const page = 8;

/** Which row is meant; the first again whenever something else is asked. */
function useActiveRow(count: number, asked: string) {
  const [{ index, known }, set] = useState({ index: 0, known: asked });
  if (known !== asked) set({ index: 0, known: asked });
  const last = Math.max(0, count - 1);
  const current = known === asked ? Math.min(index, last) : 0;
  const goTo = (next: number) => set({ index: next, known: asked });
  const steps: Partial<Record<string, number>> = {
    ArrowDown: current === last ? 0 : current + 1,
    ArrowUp: current === 0 ? last : current - 1,
    PageDown: Math.min(last, current + page),
    PageUp: Math.max(0, current - page),
  };
  return {
    index: current,
    set: goTo,
    /** Answers whether the key was one of the list. */
    move: ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => {
      const next = ctrlKey || metaKey || altKey || shiftKey ? undefined : steps[key];
      if (next !== undefined) goTo(next);
      return next !== undefined;
    },
  };
}
