import { Redo2, Undo2 } from 'lucide-react';
import { startTransition, useEffect, useRef, useState } from 'react';
import { messages } from '#messages/zh-CN';
import type { DocumentPreview } from '../../store/document-import.ts';
import { useApp } from '../../store/use-app.ts';
import { IconButton } from '../../ui/button.tsx';
import { keysOf } from '../../ui/command-keys.ts';
import { Select } from '../../ui/select.tsx';
import { FoundOutline } from './found-outline.tsx';
import styles from './import-preview.module.css';
import { ImportTarget } from './import-target.tsx';
import { type LineList, PreviewLines } from './preview-lines.tsx';

const words = messages.importing;
const icon = { size: 18, strokeWidth: 1.5 } as const;

/** What was found in a document, line by line, to be looked over and corrected before it is kept. */
export function ImportPreview({ preview }: { preview: DocumentPreview }) {
  const lines = useRef<LineList>(null);
  const { outlined } = preview;
  const stage = useStage(outlined !== null);
  if (outlined === null || stage === 'waiting') return <p className={styles.waiting}>{words.outlining}</p>;
  return (
    <div className={styles.screen}>
      <Head preview={preview} outlined={outlined} />
      <div className={styles.columns}>
        <FoundOutline
          outlined={outlined}
          remarks={preview.document.remarks}
          onGoTo={(line) => lines.current?.goTo(line)}
        />
        {stage === 'lines' ? <PreviewLines ref={lines} lines={outlined.lines} /> : <div />}
      </div>
      <ImportTarget preview={preview} />
    </div>
  );
}

/** First the outline comes, then the lines, each piece by piece, so that the window answers meanwhile. */
function useStage(isReady: boolean): 'waiting' | 'outline' | 'lines' {
  const [stage, setStage] = useState<'waiting' | 'outline' | 'lines'>('waiting');
  useEffect(() => {
    if (isReady && stage !== 'lines') startTransition(() => setStage(stage === 'waiting' ? 'outline' : 'lines'));
  }, [isReady, stage]);
  return stage;
}

function Head({ preview, outlined }: { preview: DocumentPreview; outlined: NonNullable<DocumentPreview['outlined']> }) {
  const undo = useApp((state) => state.undoCorrection);
  const redo = useApp((state) => state.redoCorrection);
  const readAgain = useApp((state) => state.readAgain);
  const { document, fileName, corrections, undone } = preview;
  const { sections, characters, dropped } = outlined;
  const chapters = sections.filter(({ level }) => level === 1).length;
  const { encoding } = document;
  return (
    <header className={styles.head}>
      <div className={styles.about}>
        <h3 title={fileName}>{fileName}</h3>
        <p title={messages.library.charactersHint}>
          {words.preview.facts(words.formats[document.format], characters, chapters, sections.length)}
        </p>
      </div>
      {encoding === undefined ? null : (
        <div className={styles.encoding}>
          {encoding.isSure ? null : <p role="status">{words.preview.encodingUnsure}</p>}
          <Select
            label={words.preview.encoding}
            value={encoding.label}
            options={[encoding.label, ...encoding.alternatives.map(({ label }) => label)].map((label) => ({
              value: label,
              name: words.encodings[label],
            }))}
            onChange={(label) => {
              const chosen = encoding.alternatives.find((alternative) => alternative.label === label);
              if (chosen !== undefined) void readAgain(chosen.label);
            }}
          />
        </div>
      )}
      <div className={styles.corrections}>
        {dropped > 0 ? <span title={words.preview.droppedHint}>{words.preview.dropped(dropped)}</span> : null}
        {corrections.length > 0 ? <span role="status">{words.preview.corrections(corrections.length)}</span> : null}
        <IconButton
          name={words.preview.undo}
          keys={keysOf('undo')}
          icon={<Undo2 {...icon} />}
          isDisabled={corrections.length === 0}
          onPress={undo}
        />
        <IconButton
          name={words.preview.redo}
          keys={keysOf('redo')}
          icon={<Redo2 {...icon} />}
          isDisabled={undone.length === 0}
          onPress={redo}
        />
      </div>
    </header>
  );
}
