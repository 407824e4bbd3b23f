import { Radio, RadioGroup } from 'react-aria-components';
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
