import { messages } from '#messages/zh-CN';
import type { DocumentImport } from '../../store/document-import.ts';
import { useApp } from '../../store/use-app.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileMessage, FileName, Working } from '../../ui/file-reading.tsx';
import { ImportPreview } from './import-preview.tsx';
import { problemSentence } from './problem-sentence.ts';

const words = messages.importing;
/** Fills a window of 1280 and leaves room around it on a large screen. */
const previewWidth = 'clamp(1180px, 84vw, 1640px)';

/** A document on its way into the library: how it is read, why it is not, or what was found in it. */
export function DocumentImportDialog() {
  const documentImport = useApp((state) => state.documentImport);
  const close = useApp((state) => state.closeDocumentImport);
  const queue = useApp((state) => state.importQueue);
  if (documentImport === null) return null;
  const isPreview = documentImport.stage === 'preview';
  const holdsWork = isPreview && documentImport.corrections.length > 0;
  const title = queue === null ? words.dialog : words.queued(queue.at, queue.total);
  return (
    <Dialog title={title} width={isPreview ? previewWidth : 640} holdsWork={holdsWork} onClose={close}>
      <Stage documentImport={documentImport} />
    </Dialog>
  );
}

function Stage({ documentImport }: { documentImport: DocumentImport }) {
  switch (documentImport.stage) {
    case 'reading':
      return <Reading {...documentImport} />;
    case 'refused':
      return <Refused {...documentImport} />;
    case 'preview':
      return <ImportPreview preview={documentImport} />;
  }
}

function Reading({ fileName, done, total }: Extract<DocumentImport, { stage: 'reading' }>) {
  const close = useApp((state) => state.closeDocumentImport);
  return (
    <>
      <FileName>{fileName}</FileName>
      <Working
        name={words.progress}
        text={total === 0 ? words.reading : words.readingParts(done, total)}
        value={total === 0 ? null : done / total}
        cancel={words.cancel}
        onCancel={close}
      />
    </>
  );
}

function Refused({ fileName, problem }: Extract<DocumentImport, { stage: 'refused' }>) {
  const choose = useApp((state) => state.chooseDocument);
  const close = useApp((state) => state.closeDocumentImport);
  const dropQueue = useApp((state) => state.dropQueue);
  const chooseAnother = () => {
    dropQueue();
    close();
    void choose();
  };
  return (
    <FileMessage
      title={words.refused}
      isProblem
      another={words.another}
      onAnother={chooseAnother}
      close={words.close}
      onClose={close}
    >
      <p>{fileName}</p>
      <p>
        <strong>{problemSentence(problem)}</strong>
      </p>
      <p>{words.untouched}</p>
    </FileMessage>
  );
}
