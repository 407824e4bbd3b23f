import { useEffect, useRef, useState } from 'react';
import { messages } from '#messages/zh-CN';
import type { PageFile } from '../workers/pages/pages-client.ts';
import styles from './printed-pages.module.css';

/** Most dots that a page is wide: more of them no eye sees and no memory has room for. */
const mostDots = 3_200;

interface PrintedPageProps {
  file: PageFile;
  page: number;
  box: { left: number; top: number; width: number; height: number };
}

/** One page: its picture for the eye, its text for screen readers. */
export function PrintedPage({ file, page, box }: PrintedPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState<string | null>(null);
  const dots = Math.min(mostDots, Math.round(box.width * window.devicePixelRatio));
  useEffect(
    () =>
      file.draw({ page, width: dots }, ({ picture, lines }) => {
        const element = canvas.current;
        if (element === null) return picture.close();
        element.width = picture.width;
        element.height = picture.height;
        element.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
        setText(lines.join('\n'));
      }),
    [file, page, dots],
  );
  return (
    <figure
      className={styles.page}
      style={box}
      aria-label={messages.exporting.pages.page(page, file.count)}
      aria-busy={text === null}
    >
      <canvas ref={canvas} aria-hidden />
      <p className="visually-hidden">{text}</p>
    </figure>
  );
}
