import { useState } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { paintedAs } from '#core/annotation/label';
import { messages } from '#messages/zh-CN';
import { useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import styles from './annotation-editor.module.css';
import { LabelChoice } from './label-choice.tsx';
import { NoteField } from './note-field.tsx';
import { NoteText } from './note-text.tsx';
import { TagsField } from './tags-field.tsx';
import { useAutosave } from './use-autosave.ts';

const words = messages.annotations;

/** Writes a note in place; everything is saved by itself. */
export function AnnotationEditor({ annotation }: { annotation: Annotation }) {
  const store = useAppStore();
  const { text, change, save, draftTag } = useAutosave(annotation);
  const [isPreview, setPreview] = useState(false);
  // Closed only when all is saved: what could not be saved must stay before the reader's eyes.
  const finish = async () => {
    const { editAnnotation } = store.getState();
    if ((await save()) && store.getState().editedAnnotation === annotation.id) editAnnotation(null);
  };

  return (
    <div className={styles.editor} data-editor>
      {isPreview ? (
        <div className={styles.preview}>
          <NoteText markdown={text} />
        </div>
      ) : (
        <NoteField text={text} onChange={change} onLeave={() => void save()} onFinish={() => void finish()} />
      )}
      <LabelChoice
        chosen={paintedAs(annotation.label)}
        onChange={(label) => void store.getState().changeAnnotation(annotation.id, { label })}
      />
      <TagsField
        tags={annotation.tags}
        onDraft={draftTag}
        onFinish={() => void finish()}
        onChange={(tags) => void store.getState().changeAnnotation(annotation.id, { tags })}
      />
      <div className={styles.actions}>
        <Button onPress={() => setPreview(!isPreview)}>{isPreview ? words.write : words.preview}</Button>
        <Button variant="primary" onPress={() => void finish()}>
          {words.finish}
        </Button>
      </div>
    </div>
  );
}
