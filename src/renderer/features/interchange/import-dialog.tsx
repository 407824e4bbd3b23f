import { Files, FileX2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '#messages/zh-CN';
import type { ImportState } from '../../store/interchange.ts';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ImportChoice } from './import-choice.tsx';
import styles from './import-dialog.module.css';
import { namesOf } from './other-documents.ts';

const words = messages.interchange;

/** A chosen file: how it is read, what it would change, and the way there. */
export function ImportDialog() {
  const importing = useApp((state) => state.importing);
  const close = useApp((state) => state.closeImport);
  if (importing === null) return null;
  return (
    <Dialog title={words.dialog} width={880} onClose={close}>
      <p className={styles.file} title={importing.name}>
        {importing.name}
      </p>
      <Stage importing={importing} />
    </Dialog>
  );
}

function Stage({ importing }: { importing: ImportState }) {
  const close = useApp((state) => state.closeImport);
  switch (importing.stage) {
    case 'reading': {
      const { done, total } = importing;
      const text = total === 0 ? words.reading : words.readingEntries(done, total);
      return <Working text={text} value={total === 0 ? null : done / total} cancel={words.cancel} onCancel={close} />;
    }
    case 'writing': {
      const { done, total } = importing;
      return <Working text={words.writing(done, total)} value={done / total} cancel={words.stop} onCancel={close} />;
    }
    case 'problem':
      return (
        <Message icon={<FileX2 size={32} strokeWidth={1.25} aria-hidden />} title={words.problemTitle} isProblem>
          <p>{words.problems[importing.problem]}</p>
          <p>{words.nothingTouched}</p>
        </Message>
      );
    case 'choosing':
      return <Reading importing={importing} />;
  }
}

function Reading({ importing: { reading } }: { importing: Extract<ImportState, { stage: 'choosing' }> }) {
  const { items, refused, others, unchanged } = reading;
  if (items.length > 0 || refused.length > 0) return <ImportChoice reading={reading} />;
  const icon = <Files size={32} strokeWidth={1.25} aria-hidden />;
  if (unchanged === 0) {
    return (
      <Message icon={icon} title={words.otherDocument.title} isProblem>
        <p>{words.otherDocument.text(namesOf(others))}</p>
        <p>{words.nothingTouched}</p>
      </Message>
    );
  }
  return (
    <Message icon={icon} title={words.nothingNew.title}>
      <p>{words.nothingNew.text}</p>
    </Message>
  );
}

interface WorkingProps {
  text: string;
  /** 0 to 1; `null`: not known yet. */
  value: number | null;
  cancel: string;
  onCancel: () => void;
}

function Working({ text, value, cancel, onCancel }: WorkingProps) {
  return (
    <div className={styles.waiting}>
      <Progress name={words.progress} text={text} value={value} />
      <Button variant="outlined" onPress={onCancel}>
        {cancel}
      </Button>
    </div>
  );
}

interface MessageProps {
  icon: ReactNode;
  title: string;
  isProblem?: true;
  children: ReactNode;
}

/** Nothing to choose: what is the matter, and what to do. */
function Message({ icon, title, isProblem, children }: MessageProps) {
  const choose = useApp((state) => state.chooseImport);
  const close = useApp((state) => state.closeImport);
  return (
    <>
      <div className={styles.message} role={isProblem ? 'alert' : 'status'}>
        {icon}
        <h3>{title}</h3>
        {children}
      </div>
      <footer className={styles.actions}>
        <Button variant="outlined" onPress={() => void choose()}>
          {words.another}
        </Button>
        <Button variant="primary" onPress={close}>
          {words.close}
        </Button>
      </footer>
    </>
  );
}
