import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Annotation, AnnotationChange } from '#core/annotation/annotation';
import { messages } from '#messages/zh-CN';
import styles from './chosen-bar.module.css';
import { splitTags } from './tags-field.tsx';

const words = messages.noteList;

interface ChosenTagsProps {
  /** A change of many notes is being saved. */
  isBusy: boolean;
  annotations: readonly Annotation[];
  onChange: (changes: readonly (readonly [id: string, change: AnnotationChange])[]) => void;
}

/** The tags of several annotations: a new one is given to all, one that is there is taken from all. */
export function ChosenTags({ isBusy, annotations, onChange }: ChosenTagsProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const counts = new Map<string, number>();
  for (const { tags } of annotations) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const add = () => {
    const added = splitTags(text);
    setText('');
    onChange(
      annotations.flatMap(({ id, tags }) => {
        const missing = added.filter((tag) => !tags.includes(tag));
        return missing.length === 0 ? [] : [[id, { tags: [...tags, ...missing] }] as const];
      }),
    );
  };
  const remove = (tag: string) => {
    if (isBusy) return;
    // Its button goes with the tag; the focus stays in the dialog.
    field.current?.focus();
    onChange(
      annotations.flatMap(({ id, tags }) =>
        tags.includes(tag) ? [[id, { tags: tags.filter((other) => other !== tag) }] as const] : [],
      ),
    );
  };
  return (
    <>
      <input
        ref={field}
        className={styles.input}
        aria-label={words.addTag}
        placeholder={words.addTagHint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
          event.preventDefault();
          // What is typed waits in the field for the end of a change that is being saved.
          if (!isBusy) add();
        }}
      />
      {counts.size === 0 ? (
        <p className={styles.none}>{words.noTagsYet}</p>
      ) : (
        <ul className={styles.tags}>
          {[...counts].map(([tag, count]) => (
            <li key={tag}>
              <span>{tag}</span>
              <small>{count}</small>
              <button type="button" aria-label={words.removeTagFromChosen(tag, count)} onClick={() => remove(tag)}>
                <X size={12} strokeWidth={1.75} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
