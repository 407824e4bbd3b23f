import { Minus, MoveHorizontal, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { messages } from '#messages/zh-CN';
import type { PageFile } from '../workers/pages/pages-client.ts';
import { IconButton } from './button.tsx';
import { PrintedPage } from './printed-page.tsx';
import styles from './printed-pages.module.css';
import { usePageScroller } from './use-page-scroller.ts';

const words = messages.exporting.pages;

/** Parts of the size on paper, in percent. */
const zooms = [50, 67, 80, 100, 125, 150, 200];

interface PrintedPagesProps {
  file: PageFile | null;
  /** The pages of what is chosen are still being made. */
  isMaking: boolean;
}

/** The pages of a PDF below each other, as readers of PDF show them. Only what is in sight is drawn. */
export function PrintedPages({ file, isMaking }: PrintedPagesProps) {
  const [zoom, setZoom] = useState<number | null>(null);
  const scroller = usePageScroller(file, zoom);
  const { percent, current, first, last, pageWidth, pageHeight, topOf } = scroller;
  useEffect(() => file?.lookAt(current), [file, current]);
  const inSight = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const smaller = zooms.filter((each) => each < percent).at(-1);
  const larger = zooms.find((each) => each > percent);
  return (
    <div className={styles.view}>
      <section
        ref={scroller.ref}
        className={styles.scroller}
        aria-label={messages.exporting.preview}
        aria-busy={isMaking}
        tabIndex={0}
        onScroll={scroller.onScroll}
      >
        {file === null ? null : (
          <div className={styles.pages} style={{ width: scroller.width, height: scroller.height }}>
            {inSight.map((page) => (
              <PrintedPage
                key={page}
                file={file}
                page={page}
                box={{ left: scroller.left, top: topOf(page), width: pageWidth, height: pageHeight }}
              />
            ))}
          </div>
        )}
      </section>
      {file === null ? <p className={styles.making}>{words.making}</p> : null}
      {file === null ? null : (
        <div className={styles.bar}>
          <span>{words.position(current, file.count)}</span>
          {isMaking ? <span className={styles.remaking}>{words.making}</span> : null}
          <div className={styles.zoom}>
            <IconButton
              name={words.zoomOut}
              placement="top"
              reason={smaller === undefined ? words.smallest : undefined}
              icon={<Minus size={16} strokeWidth={1.5} />}
              onPress={() => setZoom(smaller ?? null)}
            />
            <span className={styles.percent}>{words.percent(percent)}</span>
            <IconButton
              name={words.zoomIn}
              placement="top"
              reason={larger === undefined ? words.largest : undefined}
              icon={<Plus size={16} strokeWidth={1.5} />}
              onPress={() => setZoom(larger ?? null)}
            />
            <IconButton
              name={words.fitWidth}
              placement="top"
              reason={zoom === null ? words.fits : undefined}
              icon={<MoveHorizontal size={16} strokeWidth={1.5} />}
              onPress={() => setZoom(null)}
            />
          </div>
        </div>
      )}
    </div>
  );
}
