import { Table } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '#messages/zh-CN';
import type { SheetImportState } from '../../store/sheet-import.ts';
import { useApp } from '../../store/use-app.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileMessage, FileName, Working } from '../../ui/file-reading.tsx';
import { problemText } from './problem-text.ts';
import { SheetChoice } from './sheet-choice.tsx';

const words = messages.sheet.importing;

/** A ledger that comes back filled in: how it is read, what it would change, and the way there. */
export function SheetImportDialog() {
  const state = useApp(({ sheetImport }) => sheetImport);
  const close = useApp(({ closeSheetImport }) => closeSheetImport);
  if (state === null) return null;
  return (
    <Dialog title={words.dialog} width={920} onClose={state.stage === 'writing' ? () => undefined : close}>
      <FileName>{state.name}</FileName>
      <Stage state={state} />
    </Dialog>
  );
}

function Stage({ state }: { state: SheetImportState }) {
  const close = useApp(({ closeSheetImport }) => closeSheetImport);
  switch (state.stage) {
    case 'reading':
      return (
        <Working
          name={words.progress}
          text={state.place === undefined ? words.reading : words.readingOne(state.place.at, state.place.of)}
          value={state.place === undefined ? null : (state.place.at - 1) / state.place.of}
          cancel={words.cancel}
          onCancel={close}
        />
      );
    case 'writing':
      return <p role="status">{words.writing}</p>;
    case 'problem':
      return (
        <Message title={words.problemTitle} isProblem>
          <p>{problemText(state.problem)}</p>
          <p>{words.nothingTouched}</p>
        </Message>
      );
    case 'choosing':
      return <Reading {...state} />;
  }
}

function Reading({ reading, refused }: Extract<SheetImportState, { stage: 'choosing' }>) {
  const count = reading.changes.length + reading.remarks.length + refused.length;
  if (count > 0) return <SheetChoice reading={reading} refused={refused} />;
  return (
    <Message icon={<Table size={32} strokeWidth={1.25} aria-hidden />} title={words.nothingNew.title}>
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
  const choose = useApp(({ chooseSheet }) => chooseSheet);
  const close = useApp(({ closeSheetImport }) => closeSheetImport);
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
