import { FolderX } from 'lucide-react';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import styles from './annotations-pane.module.css';

const words = messages.annotations.folderProblem;

/** Says that the notes folder cannot be used: an empty list would look as if all notes were gone. */
export function FolderProblem() {
  const store = useAppStore();
  const folder = useApp((state) => state.folder);
  if (folder === null || folder.state === 'ready') return null;
  const retry = async () => {
    await store.getState().loadFolder();
    await store.getState().loadAnnotations();
  };
  return (
    <div className={styles.problem} role="alert">
      <FolderX size={20} strokeWidth={1.5} aria-hidden />
      <h3>{words.titles[folder.state]}</h3>
      <p className={styles.path}>{folder.path}</p>
      <p>{words.texts[folder.state]}</p>
      <div className={styles.buttons}>
        <Button variant="outlined" onPress={() => void retry()}>
          {words.retry}
        </Button>
        <Button onPress={() => void store.getState().chooseFolder()}>{words.choose}</Button>
      </div>
    </div>
  );
}
