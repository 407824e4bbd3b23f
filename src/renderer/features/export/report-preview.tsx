import { useLayoutEffect, useRef, useState } from 'react';
import { messages } from '#messages/zh-CN';
import styles from './export-dialog.module.css';

/** Width of an A4 sheet with a scroll bar beside it, in CSS pixels. */
const sheetWidth = 794 + 12;

/**
 * The very page that is printed, made smaller to fit. It keeps its own origin, because its fonts come by CORS, but runs
 * no script: the frame forbids it, and so does the page's policy.
 */
export function ReportPreviewFrame({ report }: { report: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scale = size === null ? 1 : size.width / sheetWidth;
  return (
    <div ref={box} className={styles.sheet}>
      {size === null ? null : (
        <iframe
          title={messages.exporting.preview}
          src={`app://report/${report}/`}
          sandbox="allow-same-origin"
          style={{ width: sheetWidth, height: size.height / scale, transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
}
