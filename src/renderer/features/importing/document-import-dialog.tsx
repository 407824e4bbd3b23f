import { FileX2 } from 'lucide-react';
import { messages } from '#messages/zh-CN';
import type { DocumentImport } from '../../store/document-import.ts';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './document-import-dialog.module.css';
import { ImportPreview } from './import-preview.tsx';
import { problemSentence } from './problem-sentence.ts';

const words = messages.importing;

/** A document on its way into the library: how it is read, why it is not, or what was found in it. */
export function DocumentImportDialog() {
  const documentImport = useApp((state) => state.documentImport);
  const close = useApp((state) => state.closeDocumentImport);
  if (documentImport === null) return null;
  const isPreview = documentImport.stage === 'preview';
  const holdsWork = isPreview && documentImport.corrections.length > 0;
  return (
    <Dialog title={words.dialog} width={isPreview ? 1180 : 640} holdsWork={holdsWork} onClose={close}>
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
      <p className={styles.file}>{fileName}</p>
      <div className={styles.waiting}>
        <Progress
          name={words.progress}
          text={total === 0 ? words.reading : words.readingParts(done, total)}
          value={total === 0 ? null : done / total}
        />
        <Button variant="outlined" onPress={close}>
          {words.cancel}
        </Button>
      </div>
    </>
  );
}

function Refused({ fileName, problem }: Extract<DocumentImport, { stage: 'refused' }>) {
  const choose = useApp((state) => state.chooseDocument);
  const close = useApp((state) => state.closeDocumentImport);
  return (
    <>
      <div className={styles.message} role="alert">
        <FileX2 size={32} strokeWidth={1.25} aria-hidden />
        <h3>{words.refused}</h3>
        <p className={styles.fileName}>{fileName}</p>
        <p>{problemSentence(problem)}</p>
        <p className={styles.untouched}>{words.untouched}</p>
      </div>
      <footer className={styles.actions}>
        <Button
          variant="outlined"
          onPress={() => {
            close();
            void choose();
          }}
        >
          {words.another}
        </Button>
        <Button variant="primary" onPress={close}>
          {words.close}
        </Button>
      </footer>
    </>
  );
}
