import { Search, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, Input, SearchField, TextField } from 'react-aria-components';
import { messages } from '#messages/zh-CN';
import styles from './field.module.css';

interface TextInputProps {
  /** Read to screen readers; the place makes it clear to the eye. */
  label: string;
  value: string;
  /** Called with the text as it is to be kept: without blanks around it. */
  onChange: (value: string) => void;
  placeholder?: string;
  /** UTF-16 units. */
  maxLength: number;
}

/**
 * A text that is changed when the reader is done with it: on leaving the field, on Enter, or when the field goes away.
 * What an input method is composing is not yet a part of it, and may be longer than it.
 */
export function TextInput({ label, value, onChange, placeholder = '', maxLength }: TextInputProps) {
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  const isComposing = useRef(false);
  if (known !== value) {
    // Saved, or not saved and taken back: the field shows what is.
    setKnown(value);
    setDraft(value);
  }
  const commit = () => {
    if (isComposing.current) return;
    const text = draft.trim().slice(0, maxLength).replace(loneHalf, '');
    setDraft(text);
    if (text !== value) onChange(text);
  };
  useLastly(commit);
  return (
    <TextField className={styles.field ?? ''} value={draft} onChange={setDraft} aria-label={label}>
      <Input
        className={styles.input ?? ''}
        placeholder={placeholder}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={() => {
          isComposing.current = false;
        }}
      />
    </TextField>
  );
}

/** Half a character that was cut in two at the end of a text. */
const loneHalf = /[\uD800-\uDBFF]$/;

/** Does something when the component goes away, with what it knew last. */
function useLastly(action: () => void): void {
  const latest = useRef(action);
  useLayoutEffect(() => {
    latest.current = action;
  });
  useEffect(() => () => latest.current(), []);
}

/** A box that narrows a list while one types; what an input method is composing is shown, but does not narrow yet. */
export function FilterField({ label, value, onChange }: Pick<TextInputProps, 'label' | 'value' | 'onChange'>) {
  const [composed, setComposed] = useState<string | null>(null);
  const isComposing = useRef(false);
  return (
    <SearchField
      aria-label={label}
      className={styles.search ?? ''}
      value={composed ?? value}
      onChange={(text) => {
        if (isComposing.current) setComposed(text);
        else onChange(text);
      }}
    >
      <Search size={15} strokeWidth={1.5} aria-hidden />
      <Input
        className={styles.input ?? ''}
        placeholder={label}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          setComposed(null);
          onChange(event.currentTarget.value);
        }}
      />
      <Button className={styles.clear ?? ''} aria-label={messages.application.clear}>
        <X size={14} strokeWidth={1.5} />
      </Button>
    </SearchField>
  );
}
