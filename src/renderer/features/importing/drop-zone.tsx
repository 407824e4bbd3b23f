import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import styles from './drop-zone.module.css';

const words = messages.importing;

/** A file may be dropped anywhere on the window. */
export function DropZone() {
  const store = useAppStore();
  const hasDialog = useApp((state) => state.dialog !== null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const move = (by: number) => {
      depth = Math.max(0, depth + by);
      setOver(depth > 0);
    };
    const onEnter = (event: DragEvent) => {
      if (hasFiles(event)) move(1);
    };
    const onLeave = (event: DragEvent) => {
      if (hasFiles(event)) move(-1);
    };
    const onOver = (event: DragEvent) => {
      // Without this the page would be left for the file.
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      move(-depth);
      const { importDropped, notify, dialog } = store.getState();
      if (dialog !== null) return notify({ kind: 'error', text: words.busy });
      void importDropped([...(event.dataTransfer?.files ?? [])]);
    };
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop };
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener as (event: Event) => void);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as (event: Event) => void);
    };
  }, [store]);
  if (!isOver || hasDialog) return null;
  return (
    <div className={styles.zone}>
      <FileDown size={36} strokeWidth={1.25} aria-hidden />
      <strong>{words.drop.title}</strong>
      <span>{words.drop.text}</span>
    </div>
  );
}
