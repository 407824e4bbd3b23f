import { Search, X } from 'lucide-react';
import { Button, Input, Label, SearchField, TextField } from 'react-aria-components';
import { messages } from '#messages/zh-CN';
import styles from './field.module.css';

interface TextInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  /** The label is read to screen readers only; the place makes it clear to the eye. */
  hideLabel?: boolean;
}

export function TextInput({ label, value, onChange, placeholder, maxLength, hideLabel = false }: TextInputProps) {
  return (
    <TextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      {hideLabel ? null : <Label className={styles.label ?? ''}>{label}</Label>}
      <Input className={styles.input ?? ''} placeholder={placeholder ?? ''} />
    </TextField>
  );
}

/** A box that narrows a list while one types. */
export function FilterField({ label, value, onChange }: Pick<TextInputProps, 'label' | 'value' | 'onChange'>) {
  return (
    <SearchField aria-label={label} className={styles.search ?? ''} value={value} onChange={onChange}>
      <Search size={15} strokeWidth={1.5} aria-hidden />
      <Input className={styles.input ?? ''} placeholder={label} />
      <Button className={styles.clear ?? ''} aria-label={messages.application.clear}>
        <X size={14} strokeWidth={1.5} />
      </Button>
    </SearchField>
  );
}
