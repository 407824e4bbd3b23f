import { ChevronRight } from 'lucide-react';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import type { HeadingRow } from '../../store/note-rows.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import styles from './group-heading.module.css';
import { groupTitle } from './group-title.ts';

interface GroupHeadingProps {
  plan: PlanDocument;
  row: HeadingRow;
}

/** The heading of the annotations of a chapter, or of a document; folds them. */
export function GroupHeading({ plan, row }: GroupHeadingProps) {
  const { group, count, isFolded } = row;
  const store = useAppStore();
  const folded = useApp((state) => state.view.notesFolded);
  const title = row.title ?? groupTitle(plan, group);
  const toggle = () => {
    const others = (folded ?? []).filter((other) => other !== group);
    store.getState().changeView({ notesFolded: isFolded ? others : [...others, group] });
  };
  return (
    <button
      type="button"
      className={styles.heading}
      aria-expanded={!isFolded}
      aria-label={messages.noteList.fold(title, count)}
      title={title}
      onClick={toggle}
    >
      <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
      <span>{title}</span>
      <small>{count}</small>
    </button>
  );
}
