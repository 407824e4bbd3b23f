import { FileX2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './file-reading.module.css';
import { Progress } from './progress.tsx';

interface WorkingProps {
  /** Chinese name of the progress, read by screen readers. */
  name: string;
  text: string;
  /** 0 to 1; `null`: not known yet. */
  value: number | null;
  cancel: string;
  onCancel: () => void;
}

/** Something is done with a file, and can be stopped. */
export function Working({ name, text, value, cancel, onCancel }: WorkingProps) {
  return (
    <div className={styles.waiting}>
      <Progress name={name} text={text} value={value} />
      <Button variant="outlined" onPress={onCancel}>
        {cancel}
      </Button>
    </div>
  );
}

interface FileMessageProps {
  /** Absent: that of a file that cannot be used. */
  icon?: ReactNode;
  title: string;
  isProblem?: true;
  another: string;
  onAnother: () => void;
  close: string;
  onClose: () => void;
  children: ReactNode;
}

/** There is nothing to choose in a file: what is the matter, and what to do. */
export function FileMessage(props: FileMessageProps) {
  const { title, isProblem, another, onAnother, close, onClose, children } = props;
  const { icon = <FileX2 size={32} strokeWidth={1.25} aria-hidden /> } = props;
  return (
    <>
      <div className={styles.message} role={isProblem ? 'alert' : 'status'}>
        {icon}
        <h3>{title}</h3>
        {children}
      </div>
      <footer className={styles.actions}>
        <Button variant="outlined" onPress={onAnother}>
          {another}
        </Button>
        <Button variant="primary" onPress={onClose}>
          {close}
        </Button>
      </footer>
    </>
  );
}

/** The name of the file that a dialog is about. */
export function FileName({ children }: { children: string | null }) {
  return (
    <p className={styles.file} title={children ?? undefined}>
      {children}
    </p>
  );
}
