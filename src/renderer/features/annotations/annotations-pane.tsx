import { ListChecks } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { messages } from '#messages/zh-CN';
import { useListedNotes } from '../../store/listed-notes.ts';
import { inRowOrder, noteRows } from '../../store/note-rows.ts';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterField } from '../../ui/field.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { AnnotationList } from './annotation-list.tsx';
import styles from './annotations-pane.module.css';
import { ChosenBar } from './chosen-bar.tsx';
import { focusFilter } from './filter-focus.ts';
import { FilterPopover } from './filter-popover.tsx';
import { FolderProblem } from './folder-problem.tsx';
import { MissingNotes } from './missing-notes.tsx';
import { OrderMenu } from './order-menu.tsx';
import { UnreadableFiles } from './unreadable-files.tsx';

const words = messages.annotations;
const listWords = messages.noteList;
const noGroups: string[] = [];

/** The right pane: the annotations of the document, as far as the filter lets them pass. */
export function AnnotationsPane({ banner }: { banner: ReactNode }) {
  const plan = useApp((state) => state.plan);
  const unreadable = useApp((state) => state.unreadable);
  const isLoaded = useApp((state) => state.isLoaded);
  const folder = useApp((state) => state.folder);
  const isGrouped = useApp((state) => state.view.notesGrouped ?? false);
  const folded = useApp((state) => state.view.notesFolded ?? noGroups);
  const clear = useApp((state) => state.clearNoteFilter);
  const placed = usePlacedNotes();
  const shown = useListedNotes();
  const rows = useMemo(
    () => (plan === null ? [] : noteRows(plan, shown, { isGrouped, folded })),
    [plan, shown, isGrouped, folded],
  );
  const listed = useMemo(() => inRowOrder(rows, shown), [rows, shown]);
  if (plan === null) return null;
  const isEmpty = placed.length === 0;

  return (
    <div className={styles.pane}>
      {banner}
      <header className={styles.head}>
        <div className={styles.titleRow}>
          <h2 className={styles.title}>{words.pane}</h2>
          <span className={styles.count} aria-live="polite">
            {listWords.count(shown.length, placed.length)}
          </span>
          {isEmpty ? null : <ChooseButton />}
          {isEmpty ? null : <OrderMenu />}
        </div>
        {isEmpty ? null : (
          <>
            <div className={styles.filterRow}>
              <TextFilter />
              <FilterPopover plan={plan} />
            </div>
            <ActiveFilters plan={plan} canClear={shown.length > 0} />
          </>
        )}
      </header>
      <AnnotationList plan={plan} rows={rows} notes={listed}>
        <FolderProblem />
        <MissingNotes />
        <UnreadableFiles files={unreadable} />
        {isLoaded && isEmpty && folder?.state !== 'missing' ? <NoNotes /> : null}
        {!isEmpty && shown.length === 0 ? (
          <div className={styles.nothing}>
            <p>{listWords.nothingMatches}</p>
            <Button
              variant="outlined"
              onPress={({ target }) => {
                clear();
                focusFilter(target, 0);
              }}
            >
              {listWords.filterCleared}
            </Button>
          </div>
        ) : null}
      </AnnotationList>
      <ChosenBar notes={listed} />
    </div>
  );
}

function ChooseButton() {
  const isChoosing = useApp((state) => state.isChoosing);
  const beginChoosing = useApp((state) => state.beginChoosing);
  const leaveChoosing = useApp((state) => state.leaveChoosing);
  return (
    <Button aria-pressed={isChoosing} onPress={isChoosing ? leaveChoosing : beginChoosing}>
      <ListChecks size={16} strokeWidth={1.5} />
      {listWords.choose}
    </Button>
  );
}

/** Renders by itself at every key; the list follows when it can. */
function TextFilter() {
  const filter = useApp((state) => state.noteFilter);
  const setNoteFilter = useApp((state) => state.setNoteFilter);
  return (
    <div className={styles.textFilter}>
      <FilterField
        label={listWords.filter}
        value={filter.text}
        onChange={(text) => setNoteFilter({ ...filter, text })}
      />
    </div>
  );
}

function NoNotes() {
  return <EmptyState picture={<MarkedLines />} title={words.empty.title} text={words.empty.text} />;
}

function MarkedLines() {
  return (
    <svg viewBox="0 0 96 64" width="96" height="64" aria-hidden="true">
      <path d="M8 16h56M8 32h64M8 48h40" className={styles.emptyLine} />
      <path d="M20 32h36" className={styles.emptyMark} />
      <circle cx="84" cy="32" r="5" className={styles.emptyDot} />
    </svg>
  );
}
