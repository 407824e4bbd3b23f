import { ListTodo } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { maximumBodyLength } from '#core/annotation/limits';
import { beginTask, continueList, type EditedText, taskMarks } from '#core/markdown/tasks';
import { messages } from '#messages/zh-CN';
import { Button } from '../../ui/button.tsx';
import styles from './annotation-editor.module.css';

const words = messages.annotations;
/** CSS pixels; a longer note scrolls. */
const tallest = 480;

interface NoteFieldProps {
  text: string;
  onChange: (text: string) => void;
  onLeave: () => void;
  onFinish: () => void;
}

/** Where a note is written: grows with it, goes on with its lists, and begins a task at a click. */
export function NoteField({ text, onChange, onLeave, onFinish }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const caret = useCaret(field, text);
  useLayoutEffect(() => {
    const area = field.current;
    // Measuring makes the browser lay out the page: only when there is other text to measure.
    if (area === null || area.value !== text) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, tallest)}px`;
  }, [text]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const area = event.currentTarget;
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.stopPropagation();
      onFinish();
    } else if (event.key === 'Enter' && !event.shiftKey && area.selectionStart === area.selectionEnd) {
      const edited = continueList(area.value, area.selectionStart);
      if (edited === undefined) return;
      type(area, edited);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={words.bodyField}
        placeholder={words.bodyPlaceholder}
        maxLength={maximumBodyLength}
        rows={4}
        value={text}
        onChange={(event) => {
          caret.remember(event.target);
          onChange(event.target.value);
        }}
        onSelect={(event) => caret.remember(event.currentTarget)}
        onBlur={onLeave}
        onKeyDown={onKeyDown}
      />
      <div className={styles.tools}>
        <Button
          onPress={() => {
            const area = field.current;
            if (area === null) return;
            area.focus();
            type(area, beginTask(area.value, area.selectionStart));
          }}
        >
          <ListTodo size={16} strokeWidth={1.6} aria-hidden />
          {words.addTask}
        </Button>
        {taskMarks(text).length === 0 ? null : <span className={styles.hint}>{words.taskHint}</span>}
      </div>
    </>
  );
}

/** Keeps the caret behind the words before it when another program's words come below: typing goes on where it was. */
function useCaret(field: { readonly current: HTMLTextAreaElement | null }, text: string) {
  const last = useRef({ text, start: text.length, end: text.length });
  useLayoutEffect(() => {
    const area = field.current;
    const { text: before, start, end } = last.current;
    if (area === null || before === text || !text.startsWith(before.slice(0, end))) return;
    area.setSelectionRange(start, end);
  }, [field, text]);
  return {
    remember: ({ value, selectionStart: start, selectionEnd: end }: HTMLTextAreaElement) => {
      last.current = { text: value, start, end };
    },
  };
}

/** Changes the field as if it had been typed, so that the field's own undo knows of it. */
function type(area: HTMLTextAreaElement, { text, caret }: EditedText): void {
  const before = area.value;
  let from = 0;
  while (from < Math.min(before.length, text.length) && before[from] === text[from]) from += 1;
  let end = 0;
  while (end < Math.min(before.length, text.length) - from && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  area.setSelectionRange(from, before.length - end);
  const inserted = text.slice(from, text.length - end);
  if (inserted === '') document.execCommand('delete');
  else document.execCommand('insertText', false, inserted);
  area.setSelectionRange(caret, caret);
}
