import { X } from 'lucide-react';
import { useState } from 'react';
import { messages } from '#messages/zh-CN';
import styles from './annotation-editor.module.css';

const words = messages.annotations;

/** Tags as chips with a field to add more: Enter, comma or leaving the field adds, Backspace in the empty field removes. */
export function TagsField({ tags, onChange }: { tags: readonly string[]; onChange: (tags: string[]) => void }) {
  const [text, setText] = useState('');
  const add = () => {
    const added = text
      .split(/[,，;；\n]/u)
      .map((tag) => tag.trim().slice(0, 60))
      .filter((tag) => tag !== '' && !tags.includes(tag));
    setText('');
    if (added.length > 0) onChange([...tags, ...new Set(added)]);
  };
  return (
    <div className={styles.tags}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
          <button
            type="button"
            aria-label={words.removeTag(tag)}
            onClick={() => onChange(tags.filter((other) => other !== tag))}
          >
            <X size={12} strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      ))}
      <input
        className={styles.tagInput}
        aria-label={words.tagsField}
        placeholder={words.tagsPlaceholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === ',' || event.key === '，') {
            event.preventDefault();
            add();
          } else if (event.key === 'Backspace' && text === '' && tags.length > 0) {
            onChange(tags.slice(0, -1));
          }
        }}
      />
    </div>
  );
}
