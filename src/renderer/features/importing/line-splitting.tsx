import { useEffect, useRef } from 'react';
import { codePointLength } from '#core/text/code-points';
import { messages } from '#messages/zh-CN';
import { Button } from '../../ui/button.tsx';
import styles from './preview-lines.module.css';

const words = messages.importing.preview;

interface LineSplittingProps {
  text: string;
  onSplit: (at: number) => void;
  onDone: () => void;
}

/** The caret says where; the text itself cannot be changed. */
export function LineSplitting({ text, onSplit, onDone }: LineSplittingProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // The menu that this was chosen from gives the focus back to its button when it goes.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => field.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, []);
  const split = () => {
    const at = codePointLength(text.slice(0, field.current?.selectionStart ?? 0));
    if (at > 0 && at < codePointLength(text)) onSplit(at);
    onDone();
  };
  return (
    <div className={styles.splitting}>
      <textarea
        ref={field}
        aria-label={words.splitField}
        aria-description={words.splitHint}
        rows={Math.min(8, Math.ceil(text.length / 40) + 1)}
        value={text}
        // Not read-only: such a field has no caret that keys could move.
        onChange={() => undefined}
        onBeforeInput={(event) => event.preventDefault()}
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.key === 'Enter') split();
          else if (event.key === 'Escape') onDone();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <p>
        {words.splitHint}
        <Button variant="outlined" onPress={split}>
          {words.splitHere}
        </Button>
        <Button onPress={onDone}>{messages.importing.cancel}</Button>
      </p>
    </div>
  );
}
