import { Bookmark, MessageSquareText } from 'lucide-react';
import { type PlacedAnnotation, quotedIn } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { isBookmark } from '#core/annotation/bookmark';
import { paintedAs } from '#core/annotation/label';
import { messages } from '#messages/zh-CN';
import { bookmarkName } from '../../store/bookmarks.ts';
import { labelName } from '../../store/label-name.ts';
import { useApp } from '../../store/use-app.ts';
import styles from './margin-marks.module.css';

const most = 3;

/** What stands in the margin beside a block: one mark for each annotation that begins there, bookmarks first. */
export function MarginMarks({ marks: all }: { marks: readonly PlacedAnnotation[] }) {
  const marks = all.filter(({ annotation }) => !isBookmark(annotation));
  const plan = useApp((state) => state.plan);
  const selected = useApp((state) => state.selectedAnnotation);
  const settings = useApp((state) => state.settings);
  const selectAnnotation = useApp((state) => state.selectAnnotation);
  const changeView = useApp((state) => state.changeView);
  const shown = marks.length > most ? marks.slice(0, most - 1) : marks;
  const rest = marks.slice(shown.length);
  const select = (id: string) => {
    changeView({ notesVisible: true, rightTab: 'notes' });
    selectAnnotation(id);
  };
  return (
    <div className={styles.marks}>
      {all.length === marks.length
        ? null
        : all.map(({ annotation }) =>
            isBookmark(annotation) ? <BookmarkMark key={annotation.id} annotation={annotation} /> : null,
          )}
      {shown.map(({ annotation }, index) => {
        const label = labelName(settings, annotation.label);
        const name = messages.annotations.markName(
          index + 1,
          label,
          shorten(plan === null ? annotation.target.exact : quotedIn(plan, annotation)),
        );
        return (
          <button
            key={annotation.id}
            type="button"
            className={styles.mark}
            data-label={paintedAs(annotation.label)}
            data-selected={annotation.id === selected || undefined}
            title={annotation.body === '' ? label : `${label}\n${shorten(annotation.body, 120)}`}
            aria-label={name}
            onClick={() => select(annotation.id)}
          >
            {annotation.body === '' ? (
              <i className={styles.dot} />
            ) : (
              <MessageSquareText size={15} strokeWidth={1.75} aria-hidden />
            )}
          </button>
        );
      })}
      {rest[0] === undefined ? null : (
        <button
          type="button"
          className={styles.more}
          aria-label={messages.annotations.moreMarks(rest.length)}
          onClick={() => select(rest[0]?.annotation.id ?? '')}
        >
          +{rest.length}
        </button>
      )}
    </div>
  );
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
