import { X } from 'lucide-react';
import { useState } from 'react';
import { messages } from '#messages/zh-CN';
import styles from './annotation-editor.module.css';

const words = messages.annotations;
/** Characters of a tag. */
const longestTag = 30;

interface TagsFieldProps {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
  /** What is typed and not yet a tag: it is not to be lost when the window closes. */
  onDraft: (tag: string) => void;
  /** The note is done. */
  onFinish: () => void;
}

/** What was typed as tags: cut at commas, each once. */
export function splitTags(text: string): string[] {
  const tags = text.split(/[,，;；\n]/u).map((tag) => Array.from(tag.trim()).slice(0, longestTag).join(''));
  return [...new Set(tags)].filter((tag) => tag !== '');
}

/** Tags as chips with a field to add more: Enter, comma or leaving the field adds, Backspace in the empty field removes.
 * Ctrl+Enter finishes the note, and so does Esc in the empty field. */
export function TagsField({ tags, onChange, onDraft, onFinish }: TagsFieldProps) {
  const [text, setText] = useState('');
  const type = (value: string) => {
    setText(value);
    onDraft(value);
  };
  const add = () => {
    const added = splitTags(text).filter((tag) => !tags.includes(tag));
    type('');
    if (added.length > 0) onChange([...tags, ...added]);
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
        onChange={(event) => type(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const isFinish = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (isFinish || (event.key === 'Escape' && text === '')) {
            event.preventDefault();
            event.stopPropagation();
            add();
            onFinish();
          } else if (event.key === 'Enter' || event.key === ',' || event.key === '，') {
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
