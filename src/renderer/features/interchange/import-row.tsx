import type { Annotation } from '#core/annotation/annotation';
import type { ImportItem } from '#core/interchange/compare-import';
import type { Settings } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp } from '../../store/use-app.ts';
import entry from '../../ui/choice-entry.module.css';
import { momentInWords } from '../../ui/moment.ts';
import { changedAspects, excerptFrom } from './changed-aspects.ts';
import styles from './import-choice.module.css';

const words = messages.interchange;

/** What a screen reader says for an entry. */
export function importItemName({ incoming: { target, body } }: ImportItem): string {
  return body === '' ? target.exact : `${target.exact}：${body.slice(0, 200)}`;
}

/** One entry: what it is on, what is there now and what would be, by whom and when. */
export function ImportRow({ item }: { item: ImportItem }) {
  const settings = useApp((state) => state.settings);
  const { incoming, existing } = item;
  const { label, author, modified, motivation, target } = incoming;
  return (
    <>
      <p className={styles.quote} title={target.exact}>
        {target.exact}
      </p>
      {existing === null ? <NewText annotation={incoming} /> : <Sides item={item} settings={settings} />}
      <p className={styles.facts}>
        <span>{motivation === 'bookmarking' ? words.bookmark : labelName(settings, label)}</span>
        {author === '' ? null : <span>{author}</span>}
        <span>{momentInWords(modified)}</span>
      </p>
    </>
  );
}

function NewText({ annotation: { body, tags } }: { annotation: Annotation }) {
  return (
    <p className={styles.text} title={body}>
      {body === '' ? <em>{words.noText}</em> : excerptFrom(body, 0)}
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
    </p>
  );
}

/** Ours and theirs, from where they begin to differ. */
function Sides({ item: { existing, incoming, result, kind }, settings }: { item: ImportItem; settings: Settings }) {
  if (existing === null) return null;
  const other = kind === 'changed' ? result : incoming;
  const { before, after } = changedAspects(existing, other, (label) => labelName(settings, label));
  return (
    <dl className={entry.sides}>
      <dt>{words.before}</dt>
      <dd title={existing.body}>{before}</dd>
      <dt>{kind === 'changed' ? words.after : words.theirs}</dt>
      <dd title={other.body}>{after}</dd>
    </dl>
  );
}
