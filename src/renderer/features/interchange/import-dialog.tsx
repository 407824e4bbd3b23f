import { Files } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '#messages/zh-CN';
import type { ImportState } from '../../store/interchange.ts';
import { useApp } from '../../store/use-app.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileMessage, FileName, Working } from '../../ui/file-reading.tsx';
import { ImportChoice } from './import-choice.tsx';
import { namesOf } from './other-documents.ts';

const words = messages.interchange;

/** A chosen file: how it is read, what it would change, and the way there. */
export function ImportDialog() {
  const importing = useApp((state) => state.importing);
  const close = useApp((state) => state.closeImport);
  if (importing === null) return null;
  return (
    <Dialog title={words.dialog} width={880} onClose={close}>
      <FileName>{importing.name}</FileName>
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
      return (
        <Working
          name={words.progress}
          text={text}
          value={total === 0 ? null : done / total}
          cancel={words.cancel}
          onCancel={close}
        />
      );
    }
    case 'writing': {
      const { done, total } = importing;
      return (
        <Working
          name={words.progress}
          text={words.writing(done, total)}
          value={done / total}
          cancel={words.stop}
          onCancel={close}
        />
      );
    }
    case 'problem':
      return (
        <Message title={words.problemTitle} isProblem>
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

interface MessageProps {
  icon?: ReactNode;
  title: string;
  isProblem?: true;
  children: ReactNode;
}

function Message(props: MessageProps) {
  const choose = useApp((state) => state.chooseImport);
  const close = useApp((state) => state.closeImport);
  return (
    <FileMessage
      {...props}
      another={words.another}
      onAnother={() => void choose()}
      close={words.close}
      onClose={close}
    />
  );
}
