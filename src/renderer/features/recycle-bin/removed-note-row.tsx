import { paintedAs } from '#core/annotation/label';
import { plainText } from '#core/markdown/plain-text';
import type { RemovedNote } from '#ipc/contract/recycle-bin-contract';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp } from '../../store/use-app.ts';
import { momentInWords } from '../../ui/moment.ts';

import styles from './recycle-bin-dialog.module.css';

const words = messages.recycleBin;

/** How a deleted note is called. */
export function removedNoteName({ annotation: { target, body } }: RemovedNote): string {
  return body === '' ? target.exact : `${target.exact}：${body}`;
}

export function RemovedNoteRow({ note: { annotation, daysLeft } }: { note: RemovedNote }) {
  const settings = useApp((state) => state.settings);
  const { target, body, label, motivation, modified } = annotation;
  return (
    <>
      <p className={styles.quote} data-label={paintedAs(label)} title={target.exact}>
        <mark>{target.exact}</mark>
      </p>
      <p className={styles.body} data-empty={body === '' || undefined}>
        {body === '' ? words.noText : plainText(body)}
      </p>
      <p className={styles.facts}>
        <span>{motivation === 'bookmarking' ? words.bookmark : labelName(settings, label)}</span>
        <span>{words.removedAt(momentInWords(modified))}</span>
        <span>{words.daysLeft(daysLeft)}</span>
      </p>
    </>
  );
}
