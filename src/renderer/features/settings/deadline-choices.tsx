import { deadlinePresets } from '#core/ledger/deadline';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Segments, Stepper } from '../../ui/choice.tsx';
import styles from './settings.module.css';

const words = messages.ledger.rule;
const units = [
  { value: 'days', name: words.days },
  { value: 'share', name: words.share },
] as const;

/** From when on a task is yellow and red: by days, or by the share of its time that is left. */
export function DeadlineChoices() {
  const rule = useApp((state) => state.settings.deadlineRule ?? deadlinePresets.days);
  const change = useApp((state) => state.changeSettings);
  const isDays = rule.by === 'days';
  const format = isDays ? words.dayValue : words.shareValue;
  const step = isDays ? 1 : 5;
  const most = isDays ? 90 : 95;
  return (
    <>
      <Segments
        label={words.by}
        value={rule.by}
        options={units}
        onChange={(by) => void change({ deadlineRule: deadlinePresets[by] })}
      />
      <div className={styles.thresholds}>
        <Stepper
          label={words.soon}
          value={rule.soon}
          bounds={{ minimum: rule.urgent, maximum: most, step }}
          format={format}
          onChange={(soon) => void change({ deadlineRule: { ...rule, soon } })}
        />
        <Stepper
          label={words.urgent}
          value={rule.urgent}
          bounds={{ minimum: 0, maximum: rule.soon, step }}
          format={format}
          onChange={(urgent) => void change({ deadlineRule: { ...rule, urgent } })}
        />
      </div>
      <p className={styles.hint}>{words.hint}</p>
    </>
  );
}
