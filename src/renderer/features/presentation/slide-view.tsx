import type { ReactNode, Ref } from 'react';
import { quotedIn } from '#core/anchoring/place-annotations';
import { paintedAs } from '#core/annotation/label';
import type { LedgerRow } from '#core/ledger/ledger-rows';
import { standingOf } from '#core/ledger/task-standing';
import type { Slide, SlideNote } from '#core/overview/slides';
import { isMissing, type PlanDocument, type PlanSection } from '#core/plan/plan';
import { isHeadingOnly, numberedTitle } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import { deadlineWords, statusName } from '../../store/task-words.ts';
import { useApp } from '../../store/use-app.ts';
import { TaskGlyph } from '../../ui/task-glyph.tsx';
import { SlideBox } from './slide-box.tsx';
import styles from './slide-view.module.css';

const words = messages.presentation;
const { reading } = messages;
const { columns } = messages.ledger;

/** The number of a clause with its heading; what is missing is said. */
export function slideTitle(plan: PlanDocument, { section, number, id }: Slide): string {
  if (section === undefined) return id.startsWith('lost') ? `${number} ${words.lost}`.trim() : words.outside;
  const missing = { chapter: reading.missingChapter, section: reading.missingSection };
  // The words of a numbered paragraph without a heading stand below.
  const isNumberAlone = section.heading === undefined && !isMissing(section);
  return isNumberAlone ? number : numberedTitle(plan, section, missing);
}

interface SlideViewProps {
  plan: PlanDocument;
  slide: Slide;
  note: (markdown: string) => ReactNode;
  ref: Ref<HTMLElement | null>;
}

/** The clause on the left, what the school has written about it on the right. */
export function SlideView({ plan, slide, note, ref }: SlideViewProps) {
  return (
    <SlideBox ref={ref}>
      <div className={styles.columns}>
        <article className={styles.clause}>
          <h2 data-missing={slide.section === undefined || isMissing(slide.section) || undefined}>
            {slideTitle(plan, slide)}
          </h2>
          {slide.section === undefined ? null : <ClauseText plan={plan} section={slide.section} />}
        </article>
        <div className={styles.notes}>
          {slide.notes.map((each) => (
            <NoteOf key={each.mark.annotation.id} plan={plan} {...each} note={note} />
          ))}
        </div>
      </div>
    </SlideBox>
  );
}

/** The section's own paragraphs as the source has them, with what it lacks. */
function ClauseText({ plan, section }: { plan: PlanDocument; section: PlanSection }) {
  const blocks = section.bodyBlocks.flatMap((index) => plan.blocks[index] ?? []);
  return (
    <>
      {blocks.map((block, index) => (
        <div key={section.bodyBlocks[index]}>
          {block.gapBefore ? <p className={styles.missing}>{reading.gap}</p> : null}
          <p>
            {block.text}
            {block.cutOff ? <span className={styles.missing}>{reading.cutOff}</span> : null}
          </p>
        </div>
      ))}
      {isHeadingOnly(plan, section) ? <p className={styles.missing}>{reading.headingOnly}</p> : null}
    </>
  );
}

interface NoteOfProps extends SlideNote {
  plan: PlanDocument;
  note: (markdown: string) => ReactNode;
}

function NoteOf({ plan, mark: { annotation }, task, note }: NoteOfProps) {
  const settings = useApp((state) => state.settings);
  return (
    <section className={styles.note} data-label={paintedAs(annotation.label)}>
      <blockquote>
        <b className={styles.tag}>{labelName(settings, annotation.label)}</b>
        {quotedIn(plan, annotation)}
      </blockquote>
      {annotation.body === '' ? null : <div className={styles.body}>{note(annotation.body)}</div>}
      {task === undefined ? null : <TaskFacts task={task} />}
    </section>
  );
}

/** The line of the ledger, in the order of its columns; what is not filled in is said. */
function TaskFacts({ task: { annotation, deadline } }: { task: LedgerRow }) {
  const { task } = annotation;
  const due = deadlineWords(deadline);
  return (
    <div className={styles.task}>
      {task.measure === '' ? null : (
        <p className={styles.measure}>
          <b className={styles.tag}>{columns.measure}</b>
          {task.measure}
        </p>
      )}
      <dl className={styles.facts}>
        <Fact name={columns.department} value={task.department} />
        <Fact name={columns.owner} value={task.owner} />
        <Fact name={columns.due} value={task.due}>
          {due === '' ? null : (
            <span className={styles.deadline} data-level={deadline.level}>
              {due}
            </span>
          )}
        </Fact>
        <Fact
          name={columns.status}
          value={statusName(task.status)}
          glyph={<TaskGlyph standing={standingOf(task, { level: 'none' })} size={20} />}
        />
        <Fact name={columns.completion} value={messages.ledger.percent(task.completion)}>
          <span className={styles.completion} aria-hidden>
            <i style={{ width: `${task.completion}%` }} />
          </span>
        </Fact>
      </dl>
    </div>
  );
}

interface FactProps {
  name: string;
  value: string;
  glyph?: ReactNode;
  /** After the value. */
  children?: ReactNode;
}

function Fact({ name, value, glyph, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-blank={value === '' || undefined}>
        {glyph}
        <span>{value || words.notFilled}</span> {children}
      </dd>
    </div>
  );
}
