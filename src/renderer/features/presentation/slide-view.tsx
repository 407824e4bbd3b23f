import type { ReactNode, Ref } from 'react';
import { quotedIn } from '#core/anchoring/place-annotations';
import { paintedAs } from '#core/annotation/label';
import type { Slide, SlideNote } from '#core/overview/slides';
import { isMissing, type PlanDocument } from '#core/plan/plan';
import { sectionTitle, titleOf } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { useApp } from '../../store/use-app.ts';
import { ClauseHeading, ClauseText } from './clause-text.tsx';
import { SlideBox } from './slide-box.tsx';
import styles from './slide-view.module.css';
import { TaskFacts } from './task-facts.tsx';

const words = messages.presentation;
const { reading } = messages;

/** The number of a clause with its heading; what is missing is said. */
export function slideTitle(plan: PlanDocument, { section, number, id }: Slide): string {
  if (section === undefined) return id.startsWith('lost') ? `${number} ${words.lost}`.trim() : words.outside;
  const missing = { chapter: reading.missingChapter, section: reading.missingSection };
  const rest = sectionTitle(plan, section, missing).slice(section.ordinal.length).trimStart();
  return isMissing(section) ? number + rest : titleOf(number, section.heading ?? '');
}

/** Whether passages of a clause are marked, and nothing is written about them. */
export function isBare({ section, notes }: Slide): boolean {
  return section !== undefined && notes.every(({ mark, task }) => mark.annotation.body === '' && task === undefined);
}

interface SlideViewProps {
  plan: PlanDocument;
  slide: Slide;
  note: (markdown: string) => ReactNode;
  ref: Ref<HTMLElement | null>;
}

/** The clause on the left, what the school has written about it on the right. */
export function SlideView({ plan, slide, note, ref }: SlideViewProps) {
  const hasNothingToAdd = isBare(slide);
  return (
    <SlideBox ref={ref}>
      <div className={styles.columns} data-bare={hasNothingToAdd || undefined}>
        <article className={styles.clause} data-field>
          <h2 data-missing={slide.section === undefined || isMissing(slide.section) || undefined}>
            <ClauseHeading plan={plan} slide={slide} title={slideTitle(plan, slide)} />
          </h2>
          <ClauseText plan={plan} slide={slide} />
          {hasNothingToAdd ? <Labels notes={slide.notes} /> : null}
        </article>
        {hasNothingToAdd ? null : (
          <div className={styles.notes} data-field>
            {slide.notes.map((each) => (
              <NoteOf key={each.mark.annotation.id} plan={plan} slide={slide} {...each} note={note} />
            ))}
          </div>
        )}
      </div>
    </SlideBox>
  );
}

/** What the colours of the marks mean. */
function Labels({ notes }: { notes: readonly SlideNote[] }) {
  const settings = useApp((state) => state.settings);
  const labels = [...new Set(notes.map(({ mark }) => mark.annotation.label))];
  return (
    <ul className={styles.labels}>
      {labels.map((label) => (
        <li key={label} data-label={paintedAs(label)}>
          {labelName(settings, label)}
        </li>
      ))}
    </ul>
  );
}

interface NoteOfProps extends SlideNote {
  plan: PlanDocument;
  slide: Slide;
  note: (markdown: string) => ReactNode;
}

function NoteOf({ plan, slide, mark: { annotation }, task, note }: NoteOfProps) {
  const settings = useApp((state) => state.settings);
  const quote = quotedIn(plan, annotation);
  return (
    <section className={styles.note} data-label={paintedAs(annotation.label)}>
      <blockquote>
        <b className={styles.tag}>{labelName(settings, annotation.label)}</b>
        {/* A heading that is already there in large letters is not said twice. */}
        {quote === slide.section?.heading ? null : quote}
      </blockquote>
      {annotation.body === '' ? null : <div className={styles.body}>{note(annotation.body)}</div>}
      {task === undefined ? null : <TaskFacts task={task} />}
    </section>
  );
}
