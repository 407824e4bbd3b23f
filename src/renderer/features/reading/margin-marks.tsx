import { Bookmark, MessageSquareText } from 'lucide-react';
import { type PlacedAnnotation, quotedIn } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { isBookmark } from '#core/annotation/bookmark';
import { paintedAs } from '#core/annotation/label';
import type { TaskStanding } from '#core/ledger/task-standing';
import { messages } from '#messages/zh-CN';
import { bookmarkName } from '../../store/bookmarks.ts';
import { labelName } from '../../store/label-name.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { useStandingOf } from '../../store/use-ledger.ts';
import { TaskGlyph } from '../../ui/task-glyph.tsx';
import styles from './margin-marks.module.css';

const words = messages.annotations;
const most = 3;

/** What stands in the margin beside a block: one mark for each annotation that begins there, bookmarks first. */
export function MarginMarks({ marks: all }: { marks: readonly PlacedAnnotation[] }) {
  const marks = all.filter(({ annotation }) => !isBookmark(annotation));
  const look = useLook(marks);
  const select = useSelectMark();
  const shown = marks.length > most ? marks.slice(0, most - 1) : marks;
  const rest = marks.slice(shown.length);
  const tasks = rest.filter(({ annotation }) => annotation.task !== undefined).length;
  return (
    <div className={styles.marks}>
      {all.length === marks.length
        ? null
        : all.map(({ annotation }) =>
            isBookmark(annotation) ? <BookmarkMark key={annotation.id} annotation={annotation} /> : null,
          )}
      {shown.map(({ annotation }, index) => (
        <NoteMark key={annotation.id} annotation={annotation} index={index} onSelect={select} {...look(annotation)} />
      ))}
      {rest[0] === undefined ? null : (
        <button
          type="button"
          className={styles.more}
          aria-label={messages.annotations.moreMarks(rest.length, tasks)}
          onClick={() => rest[0] && select(rest[0].annotation)}
        >
          +{rest.length}
        </button>
      )}
    </div>
  );
}

/** Shows an annotation in the list; a task stays in the ledger where that is open. */
function useSelectMark(): (annotation: Annotation) => void {
  const store = useAppStore();
  return ({ id, task }) => {
    const { view, showLedger, changeView, selectAnnotation } = store.getState();
    if (task !== undefined && view.notesVisible && view.rightTab === 'ledger') return showLedger(id);
    changeView({ notesVisible: true, rightTab: 'notes' });
    selectAnnotation(id);
  };
}

/** What the mark of an annotation shows; asked for once for all marks beside a block. */
interface MarkLook {
  label: string;
  quote: string;
  standing: TaskStanding | undefined;
  isSelected: boolean;
}

function useLook(marks: readonly PlacedAnnotation[]): (annotation: Annotation) => MarkLook {
  const plan = useApp((state) => state.plan);
  const settings = useApp((state) => state.settings);
  const standingOf = useStandingOf();
  // of the selected note only where it is one of these: the other blocks need not know
  const selected = useApp(({ selectedAnnotation: id }) =>
    marks.some(({ annotation }) => annotation.id === id) ? id : null,
  );
  return (annotation) => ({
    label: labelName(settings, annotation.label),
    quote: shorten(plan === null ? annotation.target.exact : quotedIn(plan, annotation)),
    standing: standingOf(annotation),
    isSelected: annotation.id === selected,
  });
}

interface NoteMarkProps extends MarkLook {
  annotation: Annotation;
  index: number;
  onSelect: (annotation: Annotation) => void;
}

/** What a highlight, a note and a task look like, the task by how it stands. */
function NoteMark({ annotation, index, onSelect, label, quote, standing, isSelected }: NoteMarkProps) {
  const { body } = annotation;
  const titles = [
    label,
    ...(standing === undefined ? [] : [words.markTask(standingName(standing))]),
    ...(body === '' ? [] : [shorten(body, 120)]),
  ];
  return (
    <button
      type="button"
      className={styles.mark}
      data-label={paintedAs(annotation.label)}
      data-selected={isSelected || undefined}
      title={titles.join('\n')}
      aria-label={words.markName(index + 1, label, quote, standingName(standing))}
      onClick={() => onSelect(annotation)}
    >
      {standing !== undefined ? (
        <TaskGlyph standing={standing} size={15} />
      ) : body === '' ? (
        <i className={styles.dot} />
      ) : (
        <MessageSquareText size={15} strokeWidth={1.75} aria-hidden />
      )}
    </button>
  );
}

/** Empty of what is no task. */
export function standingName(standing: TaskStanding | undefined): string {
  return standing === undefined ? '' : messages.ledger.standings[standing];
}

function BookmarkMark({ annotation }: { annotation: Annotation }) {
  const selectAnnotation = useApp((state) => state.selectAnnotation);
  const showLeftTab = useApp((state) => state.showLeftTab);
  const name = bookmarkName(annotation);
  return (
    <button
      type="button"
      className={styles.bookmark}
      title={name}
      aria-label={messages.bookmarks.markName(shorten(name))}
      onClick={() => {
        showLeftTab('bookmarks');
        selectAnnotation(annotation.id);
      }}
    >
      <Bookmark size={15} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

export function shorten(text: string, length = 24): string {
  const characters = Array.from(text.replaceAll('\n', ' '));
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
