import {
  AlarmClock,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CirclePause,
  Clock,
  type LucideIcon,
  OctagonAlert,
} from 'lucide-react';
import type { TaskStanding } from '#core/ledger/task-standing';
import styles from './task-glyph.module.css';

const icons: Record<TaskStanding, LucideIcon> = {
  overdue: OctagonAlert,
  delayed: CircleAlert,
  urgent: AlarmClock,
  soon: Clock,
  active: CircleDot,
  pending: Circle,
  other: CircleDashed,
  paused: CirclePause,
  done: CircleCheck,
};

/** How a task stands, by its form first and by its colour as well. Words stand with it, or are its name. */
export function TaskGlyph({ standing, size }: { standing: TaskStanding; size: number }) {
  const Icon = icons[standing];
  return <Icon size={size} strokeWidth={2} className={styles.glyph} data-standing={standing} aria-hidden />;
}
