import { Check, ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import fieldStyles from './field.module.css';
import menuStyles from './menu.module.css';
import styles from './select.module.css';

export interface SelectOption {
  value: string;
  name: string;
  /** A short remark at the end of the line, such as a count. */
  remark?: string;
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
}

/** One of many, in a list that opens. */
export function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <AriaSelect
      className={fieldStyles.field ?? ''}
      value={value}
      onChange={(chosen) => {
        if (typeof chosen === 'string') onChange(chosen);
      }}
    >
      <Label className={fieldStyles.label ?? ''}>{label}</Label>
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''}>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
      </Button>
      <Popover className={`${menuStyles.popover} ${styles.popover}`} offset={4}>
        <ListBox className={menuStyles.menu ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.name} className={`${menuStyles.item} ${styles.option}`}>
              {({ isSelected }) => (
                <>
                  <span className={styles.check}>{isSelected ? <Check size={14} strokeWidth={2} /> : null}</span>
                  <span className={styles.name}>{option.name}</span>
                  <span className={menuStyles.keys}>{option.remark}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
