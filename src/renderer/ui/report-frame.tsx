import { useLayoutEffect, useRef, useState } from 'react';
import { messages } from '#messages/zh-CN';
import styles from './report-frame.module.css';

/** Of an A4 sheet, in CSS pixels. */
const sheetWidths = { upright: 794, landscape: 1123 };
const scrollBar = 12;

/**
 * The very page that is printed, made smaller to fit. It keeps its own origin, because its fonts come by CORS, but runs
 * no script: the frame forbids it, and so does the page's policy.
 */
export function ReportFrame({ report, isLandscape = false }: { report: string; isLandscape?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const width = sheetWidths[isLandscape ? 'landscape' : 'upright'] + scrollBar;
  const scale = size === null ? 1 : size.width / width;
  return (
    <div ref={box} className={styles.sheet}>
      {size === null ? null : (
        <iframe
          title={messages.exporting.preview}
          src={`app://report/${report}/`}
          sandbox="allow-same-origin"
          style={{ width, height: size.height / scale, transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
}
