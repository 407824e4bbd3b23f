import { ChevronRight } from 'lucide-react';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import styles from './group-heading.module.css';
import { groupTitle } from './group-title.ts';

interface GroupHeadingProps {
  plan: PlanDocument;
  group: string;
  count: number;
  isFolded: boolean;
}

/** The heading of a chapter's annotations; folds them. */
export function GroupHeading({ plan, group, count, isFolded }: GroupHeadingProps) {
  const store = useAppStore();
  const folded = useApp((state) => state.view.notesFolded);
  const title = groupTitle(plan, group);
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
