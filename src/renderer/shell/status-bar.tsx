import { CircleAlert, Folder } from 'lucide-react';
import { sectionNumber } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { errorSentence } from '../store/notices.ts';
import { placedNotes } from '../store/placed-annotations.ts';
import { useApp } from '../store/use-app.ts';
import { useCommands } from './commands-context.ts';
import { DeadlineStatus } from './deadline-status.tsx';
import styles from './status-bar.module.css';

const words = messages.application.status;

export function StatusBar() {
  const commands = useCommands();
  const plan = useApp((state) => state.plan);
  const current = useApp((state) => state.currentSection);
  const count = useApp((state) => placedNotes(state).length);
  const folder = useApp((state) => state.folder);
  const place = plan === null || current === null ? words.title : sectionNumber(plan, current);
  const folderName =
    folder?.state === 'missing' ? words.folderMissing : folder?.state === 'read-only' ? words.folderReadOnly : null;
  return (
    <footer className={styles.bar}>
      <span className={styles.place}>
        {words.place} {place}
      </span>
      <span>{words.notes(count)}</span>
      <DeadlineStatus />
      <SaveState />
      {folder === null ? null : (
        <button
          type="button"
          className={styles.folder}
          data-problem={folderName !== null || undefined}
          title={`${messages.commands.revealFolder}\n${folder.path}`}
          aria-label={`${words.folder} ${folderName ?? folder.path}`}
          onClick={commands.revealFolder}
        >
          <Folder size={13} strokeWidth={1.6} aria-hidden />
          <span>{folderName ?? shortened(folder.path)}</span>
        </button>
      )}
    </footer>
  );
}

function SaveState() {
  const saving = useApp((state) => state.saving);
  if (saving.state === 'failed') {
    return (
      <span className={styles.failed} title={errorSentence(saving.error)}>
        <CircleAlert size={13} strokeWidth={1.75} aria-hidden />
        {words.failed}
      </span>
    );
  }
  return <span role="status">{saving.state === 'idle' ? '' : words[saving.state]}</span>;
}

/** The last two folders of a path: enough to know the place, short enough for the bar. */
function shortened(path: string): string {
  const parts = path.split(/[\\/]/u).filter((part) => part !== '');
  return parts.length <= 2 ? path : `…/${parts.slice(-2).join('/')}`;
}
