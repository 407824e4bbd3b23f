import { Radio, RadioGroup, ToggleButton } from 'react-aria-components';
import { type LabelId, labelIds } from '#core/annotation/annotation';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp } from '../../store/use-app.ts';
import styles from './label-choice.module.css';

const words = messages.annotations;

/** The label of one annotation. */
export function LabelChoice({ chosen, onChange }: { chosen: LabelId; onChange: (label: LabelId) => void }) {
  const settings = useApp((state) => state.settings);
  return (
    <RadioGroup
      aria-label={words.labelField}
      className={styles.labels ?? ''}
      orientation="horizontal"
      value={chosen}
      onChange={(value) => {
        const label = labelIds.find((candidate) => candidate === value);
        if (label !== undefined) onChange(label);
      }}
    >
      {labelIds.map((label) => (
        <Radio key={label} value={label} className={styles.label ?? ''} data-label={label}>
          <i />
          {labelName(settings, label)}
        </Radio>
      ))}
    </RadioGroup>
  );
}

interface LabelFilterProps {
  /** Labels to show; none means all. */
  labels: ReadonlySet<LabelId>;
  onChange: (labels: ReadonlySet<LabelId>) => void;
}

export function LabelFilter({ labels, onChange }: LabelFilterProps) {
  const settings = useApp((state) => state.settings);
  const toggle = (label: LabelId, isOn: boolean) => {
    const next = new Set(labels);
    if (isOn) next.add(label);
    else next.delete(label);
    onChange(next);
  };
  return (
    <div className={styles.labels}>
      {labelIds.map((label) => (
        <ToggleButton
          key={label}
          className={styles.label ?? ''}
          data-label={label}
          aria-label={words.filterByLabel(labelName(settings, label))}
          isSelected={labels.has(label)}
          onChange={(isOn) => toggle(label, isOn)}
        >
          <i />
          {labelName(settings, label)}
        </ToggleButton>
      ))}
    </div>
  );
}
