import { useMemo } from 'react';
import { Header, ListBoxItem } from 'react-aria-components';
import { paintedAs } from '#core/annotation/label';
import { numberOfPath, sectionNumber } from '#core/plan/section-tree';
import { excerptOf, type SnippetPiece } from '#core/search/snippet';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp } from '../../store/use-app.ts';
import type { ResultItem, ResultSection } from './result-groups.ts';
import styles from './result-rows.module.css';

const words = messages.search.results;

interface SectionHeadingProps {
  section: ResultSection;
  /** It is the only one, and says nothing that is not seen. */
  isAlone: boolean;
}

export function SectionHeading({ section: { heading, detail, document }, isAlone }: SectionHeadingProps) {
  const isOpen = useApp(({ plan }) => plan?.id === document);
  if (isAlone) return <Header className="visually-hidden">{heading}</Header>;
  return (
    <Header className={styles.group ?? ''} data-document={document !== undefined || undefined}>
      <span title={heading}>{heading}</span>
      {document !== undefined && isOpen ? <em>{words.open}</em> : null}
      <small>{detail}</small>
    </Header>
  );
}

export function ResultRow({ item }: { item: ResultItem }) {
  return item.kind === 'note' ? <NoteRow item={item} /> : <SectionRow item={item} />;
}

function SectionRow({ item: { key, plan, hit, isMixed } }: { item: Extract<ResultItem, { kind: 'section' }> }) {
  const excerpt = useMemo(() => excerptOf(plan, hit.section, hit.ranges), [plan, hit]);
  const number = hit.section === undefined ? words.frontMatter : hit.number;
  const heading = excerpt.heading.map(({ text }) => text).join('');
  const mark = words.tiers[hit.tier];
  return (
    <ListBoxItem id={key} className={styles.result ?? ''} textValue={`${number} ${heading}`}>
      <div className={styles.head}>
        <p className={styles.heading} title={heading}>
          <span className={styles.number}>{number}</span>
          {hit.section !== undefined && heading === '' ? words.missingHeading : <Pieces pieces={excerpt.heading} />}
        </p>
        {mark === '' || (hit.tier === 'related' && !isMixed) ? null : <span className={styles.tier}>{mark}</span>}
        {hit.count > 1 && hit.tier !== 'related' ? (
          <span className={styles.count}>{words.places(hit.count)}</span>
        ) : null}
      </div>
      {excerpt.body.length === 0 ? null : (
        <p className={styles.snippet}>
          <Pieces pieces={excerpt.body} />
        </p>
      )}
    </ListBoxItem>
  );
}

function NoteRow({ item: { key, note, mark, plan, title } }: { item: Extract<ResultItem, { kind: 'note' }> }) {
  const { annotation, section, state } = mark;
  const { body, quote, task, tags } = note.excerpt;
  const settings = useApp((state) => state.settings);
  const label = labelName(settings, annotation.label);
  const isPlaced = plan !== null && section !== undefined;
  const number = isPlaced ? sectionNumber(plan, section) : numberOfPath(annotation.target.sectionPath);
  const tier = words.tiers[note.tier];
  return (
    <ListBoxItem
      id={key}
      className={`${styles.result} ${styles.note}`}
      textValue={`${words.inNotes} ${number} ${label}`}
      data-label={paintedAs(annotation.label)}
    >
      <div className={styles.head}>
        <p className={styles.place}>
          <span className={styles.dot} aria-hidden />
          <span>{label}</span>
          {number === '' ? null : <span>{number}</span>}
          {title === null ? null : (
            <span className={styles.title} title={title}>
              {title}
            </span>
          )}
        </p>
        {state === 'orphaned' || state === 'review' ? (
          <span className={styles.tier}>{messages.annotations.states[state]}</span>
        ) : null}
        {tier === '' ? null : <span className={styles.tier}>{tier}</span>}
      </div>
      {body.length === 0 ? null : (
        <p className={styles.words}>
          <Pieces pieces={body} />
        </p>
      )}
      {task.length === 0 ? null : (
        <p className={styles.words}>
          <Pieces pieces={task} />
        </p>
      )}
      {quote.length === 0 ? null : (
        <p className={styles.quote}>
          <Pieces pieces={quote} />
        </p>
      )}
      {tags.length === 0 ? null : (
        <p className={styles.tags}>
          {tags.map((pieces) => (
            <span key={pieces.map(({ text }) => text).join('')}>
              <Pieces pieces={pieces} />
            </span>
          ))}
        </p>
      )}
    </ListBoxItem>
  );
}

function Pieces({ pieces }: { pieces: readonly SnippetPiece[] }) {
  let offset = 0;
  return pieces.map(({ text, hit }) => {
    offset += text.length;
    return hit ? <mark key={offset}>{text}</mark> : <span key={offset}>{text}</span>;
  });
}
