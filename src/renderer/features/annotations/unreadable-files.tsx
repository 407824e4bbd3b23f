import { FileWarning } from 'lucide-react';
import type { UnreadableFile } from '#ipc/contract/annotations-contract';
import { messages } from '#messages/zh-CN';
import styles from './annotations-pane.module.css';

const words = messages.annotations.unreadable;

/** Files in the notes folder that could not be read: named, explained and left alone. */
export function UnreadableFiles({ files }: { files: readonly UnreadableFile[] }) {
  if (files.length === 0) return null;
  return (
    <details className={styles.unreadable}>
      <summary>
        <FileWarning size={15} strokeWidth={1.6} aria-hidden />
        {words.title(files.length)}
      </summary>
      <p>{words.kept}</p>
      <ul>
        {files.map((file) => (
          <li key={file.path}>
            <code>{file.path}</code>
            <span>{words.reasons[file.reason]}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
