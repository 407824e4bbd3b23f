import { useEffect, useState } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './chosen-bar.module.css';

const words = messages.noteList;
/** What is done sooner needs no progress, ms. */
const patience = 1000;

/** How far a change of many annotations has come, with a way to stop it. */
export function BulkProgress() {
  const work = useApp((state) => state.bulkWork);
  const stop = useApp((state) => state.stopBulkWork);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (work === null || !isLong) return null;
  return (
    <div className={styles.bar}>
      <Progress name={words.progress} text={words.working(work.done, work.total)} value={work.done / work.total} />
      <Button variant="outlined" onPress={stop}>
        {words.stop}
      </Button>
    </div>
  );
}
