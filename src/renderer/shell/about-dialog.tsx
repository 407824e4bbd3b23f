import { useEffect, useState } from 'react';
import type { OperationOutput } from '#ipc/contract';
import { messages } from '#messages/zh-CN';
import { api } from '../api.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './about-dialog.module.css';

const words = messages.application.about;

export function AboutDialog({ onClose }: { onClose: () => void }) {
  const [information, setInformation] = useState<OperationOutput<'application.information'> | null>(null);
  useEffect(() => {
    void api['application.information'](null).then((answer) => {
      if (answer.ok) setInformation(answer.value);
    });
  }, []);
  return (
    <Dialog title={words.title} width={440} onClose={onClose}>
      <div className={styles.about}>
        <p>{words.text}</p>
        <p>{words.source}</p>
        {information === null ? null : (
          <p className={styles.small}>
            {words.version(information.version)}
            <br />
            {words.engine(information.electron, information.chrome)}
            <br />
            {words.fonts}
          </p>
        )}
      </div>
    </Dialog>
  );
}
