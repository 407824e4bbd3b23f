import type { Annotation } from '#core/annotation/annotation';
import type { SnapshotChange } from '#core/annotation/compare-snapshot';
import { paintedAs } from '#core/annotation/label';
import { plainText } from '#core/markdown/plain-text';
import type { Settings } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { taskFacts } from '../../store/task-words.ts';
import { useApp } from '../../store/use-app.ts';
import styles from './snapshots-dialog.module.css';

const words = messages.snapshots;

/** How a change is called. */
export function changeName(change: SnapshotChange): string {
  return `${kindOf(change)} ${change.past.target.exact}`;
}

function kindOf({ present, wasRemoved }: SnapshotChange): string {
  if (wasRemoved) return words.wasPurged;
  return present === null ? words.willReturn : words.willChange;
}

/** One note: the passage, what it was and what it is. */
export function ChangeRow({ change }: { change: SnapshotChange }) {
  const { past, present } = change;
  const settings = useApp((state) => state.settings);
  return (
    <>
      <p className={styles.quote} data-label={paintedAs(past.label)} title={past.target.exact}>
        <span className={styles.kind}>{kindOf(change)}</span>
        {past.motivation === 'bookmarking' ? <span className={styles.kind}>{words.bookmark}</span> : null}
        <mark>{past.target.exact}</mark>
      </p>
      {present === null ? (
        <p className={styles.whole} title={past.body}>
          {bodyInWords(past)}
        </p>
      ) : (
        <>
          <State name={words.past} text={difference(past, present, settings)} />
          <State name={words.present} text={difference(present, past, settings)} />
        </>
      )}
    </>
  );
}

function State({ name, text }: { name: string; text: string }) {
  return (
    <p className={styles.state} title={text}>
      <span>{name}</span>
      {text}
    </p>
  );
}

/** What of a note is not as in the other state of it: the text first, as it matters most. */
function difference(note: Annotation, other: Annotation, settings: Settings): string {
  if (note.body !== other.body) return bodyInWords(note);
  if (note.label !== other.label) return labelName(settings, note.label);
  if (note.tags.join() !== other.tags.join()) return words.tags(note.tags);
  if (JSON.stringify(note.placement) !== JSON.stringify(other.placement)) {
    return note.placement === undefined ? words.place.own : words.place.chosen;
  }
  if (JSON.stringify(note.task) !== JSON.stringify(other.task)) return taskInWords(note);
  return words.otherwise;
}

function taskInWords({ task }: Annotation): string {
  return task === undefined ? words.noTask : words.task(taskFacts(task));
}

function bodyInWords({ body }: Annotation): string {
  return body === '' ? words.noText : plainText(body);
}
