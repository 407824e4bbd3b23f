import { useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { paintedAs } from '#core/annotation/label';
import { messages } from '#messages/zh-CN';
import { useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import styles from './annotation-editor.module.css';
import { LabelChoice } from './label-choice.tsx';
import { NoteText } from './note-text.tsx';
import { TagsField } from './tags-field.tsx';
import { useAutosave } from './use-autosave.ts';

const words = messages.annotations;

/** Writes a note in place; everything is saved by itself. */
export function AnnotationEditor({ annotation }: { annotation: Annotation }) {
  const store = useAppStore();
  const { text, change, save, draftTag } = useAutosave(annotation);
  const [isPreview, setPreview] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // Closed only when all is saved: what could not be saved must stay before the reader's eyes.
  const finish = async () => {
    const { editAnnotation } = store.getState();
    if ((await save()) && store.getState().editedAnnotation === annotation.id) editAnnotation(null);
  };

  useLayoutEffect(() => {
    const area = field.current;
    if (area === null || isPreview) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
  }, [isPreview]);
  useLayoutEffect(() => {
    const area = field.current;
    // Measuring makes the browser lay out the page: only when there is other text to measure.
    if (area === null || isPreview || area.value !== text) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 480)}px`;
  }, [text, isPreview]);

  return (
    <div className={styles.editor}>
      {isPreview ? (
        <div className={styles.preview}>
          <NoteText markdown={text} />
        </div>
      ) : (
        <textarea
          ref={field}
          className={styles.field}
          aria-label={words.bodyField}
          placeholder={words.bodyPlaceholder}
          rows={4}
          value={text}
          onChange={(event) => change(event.target.value)}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
              event.preventDefault();
              event.stopPropagation();
              void finish();
            }
          }}
        />
      )}
      <LabelChoice
        chosen={paintedAs(annotation.label)}
        onChange={(label) => void store.getState().changeAnnotation(annotation.id, { label })}
      />
      <TagsField
        tags={annotation.tags}
        onDraft={draftTag}
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
