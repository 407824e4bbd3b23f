import { Check, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, Label, Radio, RadioGroup } from 'react-aria-components';
import { messages } from '#messages/zh-CN';
import { IconButton } from './button.tsx';
import styles from './choice.module.css';

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  /** `remark`: something short after the name, such as a count. */
  options: readonly { value: Value; name: string; remark?: string }[];
  /** For screen readers only: what there is to choose says it. */
  isLabelHidden?: boolean;
  onChange: (value: Value) => void;
}

/** One of a few, all visible. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  isLabelHidden = false,
  onChange,
}: SegmentsProps<Value>) {
  return (
    <RadioGroup
      className={styles.group ?? ''}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      <div className={styles.segments}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.segment ?? ''}>
            {option.name}
            {option.remark === undefined ? null : <small>{option.remark}</small>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

interface CheckboxProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  children: ReactNode;
}

export function Checkbox({ isSelected, onChange, children }: CheckboxProps) {
  return (
    <AriaCheckbox className={styles.checkbox ?? ''} isSelected={isSelected} onChange={onChange}>
      <span className={styles.box}>{isSelected ? <Check size={12} strokeWidth={2.5} /> : null}</span>
      {children}
    </AriaCheckbox>
  );
}

interface StepperProps {
  label: string;
  value: number;
  bounds: { minimum: number; maximum: number; step: number };
  format: (value: number) => string;
  onChange: (value: number) => void;
}

/** A number changed in steps, with its value in words between the buttons. */
export function Stepper({ label, value, bounds, format, onChange }: StepperProps) {
  const move = (direction: 1 | -1) => {
    const next = Math.round((value + direction * bounds.step) / bounds.step) * bounds.step;
    onChange(Math.min(bounds.maximum, Math.max(bounds.minimum, Number(next.toFixed(2)))));
  };
  return (
    <fieldset className={styles.stepper}>
      <legend className={styles.legend}>{label}</legend>
      <span className={styles.steps}>
        <IconButton
          name={messages.settings.smaller(label)}
          icon={<Minus size={16} strokeWidth={1.5} />}
          reason={value <= bounds.minimum ? messages.settings.smallest : undefined}
          onPress={() => move(-1)}
        />
        <output className={styles.value}>{format(value)}</output>
        <IconButton
          name={messages.settings.larger(label)}
          icon={<Plus size={16} strokeWidth={1.5} />}
          reason={value >= bounds.maximum ? messages.settings.largest : undefined}
          onPress={() => move(1)}
        />
      </span>
    </fieldset>
  );
}
