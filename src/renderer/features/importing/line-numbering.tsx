import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { readTypedNumber } from '#core/outline/numeral';
import { messages } from '#messages/zh-CN';
import { Button } from '../../ui/button.tsx';
import styles from './preview-lines.module.css';

const words = messages.importing.preview;

interface LineNumberingProps {
  /** As it was read. */
  number: number;
  onNumber: (number: number) => void;
  onDone: () => void;
}

/** Which of its list a heading is. What is printed stays: only the outline counts anew. */
export function LineNumbering({ number, onNumber, onDone }: LineNumberingProps) {
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    // The menu that this was chosen from gives the focus back to its button when it goes.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => field.current?.select()));
    return () => cancelAnimationFrame(frame);
  }, []);
  const give = () => {
    const typed = readTypedNumber(field.current?.value ?? '');
    if (typed === undefined) {
      setRefused(true);
      field.current?.focus();
      return;
    }
    if (typed !== number) onNumber(typed);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') give();
    else if (event.key === 'Escape') onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <p className={styles.numbering}>
      <label>
        {words.numberField}
        <input
          ref={field}
          defaultValue={number}
          maxLength={8}
          spellCheck={false}
          aria-describedby={hint}
          aria-invalid={isRefused || undefined}
          onKeyDown={onKeyDown}
        />
      </label>
      <Button variant="outlined" onPress={give}>
        {words.giveNumber}
      </Button>
      <Button onPress={onDone}>{messages.importing.cancel}</Button>
      <span id={hint} role={isRefused ? 'alert' : undefined}>
        {isRefused ? words.numberRefused : words.numberHint}
      </span>
    </p>
  );
}
