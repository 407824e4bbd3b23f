import { ListChecks } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { messages } from '#messages/zh-CN';
import { useListedNotes, useOtherListedNotes, useOtherNotes } from '../../store/listed-notes.ts';
import { type DocumentNotes, documentRows, inRowOrder, noteRows } from '../../store/note-rows.ts';
import { usePlacedNotes } from '../../store/placed-annotations.ts';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterField } from '../../ui/field.tsx';
import { focusFilterOpener } from '../../ui/filter-focus.ts';
import pane from '../../ui/list-pane.module.css';
import { ActiveFilters } from './active-filters.tsx';
import { AnnotationList } from './annotation-list.tsx';
import styles from './annotations-pane.module.css';
import { ChosenBar } from './chosen-bar.tsx';
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
  const everywhere = useEverywhere(shown);
  const rows = useMemo(() => {
    if (plan === null) return [];
    return everywhere === null
      ? noteRows(plan, shown, { isGrouped, folded })
      : documentRows(everywhere.documents, folded);
  }, [plan, shown, everywhere, isGrouped, folded]);
  const listed = useMemo(() => inRowOrder(rows, shown), [rows, shown]);
  const hasOthers = useApp(
    ({ documents, view }) => (documents?.documents.length ?? 1) > 1 || view.others !== undefined,
  );
  if (plan === null) return null;
  const all = everywhere?.all ?? placed.length;
  const total = everywhere?.listed ?? shown.length;
  const isEmpty = all === 0;

  return (
    <div className={pane.pane}>
      {banner}
      <header className={pane.head}>
        <div className={pane.titleRow}>
          <h2 className="visually-hidden">{words.pane}</h2>
          <span className={pane.count} aria-live="polite">
            {everywhere === null
              ? listWords.count(total, all)
              : listWords.countEverywhere(
                  total,
                  all,
                  everywhere.documents.filter(({ notes }) => notes.length > 0).length,
                )}
          </span>
          {placed.length === 0 ? null : <ChooseButton />}
          {isEmpty && !hasOthers ? null : <OrderMenu />}
        </div>
        {isEmpty ? null : (
          <>
            <div className={pane.filterRow}>
              <TextFilter />
              <FilterPopover plan={plan} />
            </div>
            <ActiveFilters plan={plan} canClear={total > 0} />
          </>
        )}
      </header>
      <AnnotationList plan={plan} rows={rows} notes={listed} total={total}>
        <FolderProblem />
        <MissingNotes />
        <UnreadableFiles files={unreadable} />
        {isLoaded && isEmpty && folder?.state !== 'missing' ? <NoNotes /> : null}
        {!isEmpty && total === 0 ? (
          <div className={styles.nothing}>
            <p>{listWords.nothingMatches}</p>
            <Button
              variant="outlined"
              onPress={({ target }) => {
                focusFilterOpener(target);
                clear();
              }}
            >
              {messages.filtering.clear}
            </Button>
          </div>
        ) : null}
      </AnnotationList>
      <ChosenBar notes={listed} />
    </div>
  );
}

/** The annotations of all documents, each document in its place in the library; null where only the open one is listed. */
function useEverywhere(shown: readonly PlacedAnnotation[]) {
  const plan = useApp((state) => state.plan);
  const isEverywhere = useApp((state) => state.view.notesEverywhere ?? false);
  const library = useApp((state) => state.documents);
  const placed = usePlacedNotes();
  const others = useOtherNotes();
  const listed = useOtherListedNotes();
  return useMemo(() => {
    if (plan === null || !isEverywhere) return null;
    const order = library?.documents.map(({ id }) => id) ?? [];
    const elsewhere = listed.map((other): DocumentNotes => {
      const { document, title, notes, unreadable } = other;
      const named = unreadable > 0 ? listWords.unreadableIn(title, unreadable) : title;
      return { document, title: named, notes, elsewhere: other };
    });
    const here: DocumentNotes = { document: plan.id, title: plan.title, notes: shown };
    const documents = [here, ...elsewhere].sort(
      (left, right) => order.indexOf(left.document) - order.indexOf(right.document),
    );
    return {
      documents,
      all: others.reduce((sum, { notes }) => sum + notes.length, placed.length),
      listed: listed.reduce((sum, { notes }) => sum + notes.length, shown.length),
    };
  }, [plan, isEverywhere, library, placed, others, listed, shown]);
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
    <div className={pane.textFilter}>
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
