import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { PageMeasures } from '../workers/pages/page-messages.ts';

/** Around the pages and between them, in CSS pixels. */
const margin = 20;
const gap = 16;
/** The pages before and after those in sight that are drawn, too. */
const ahead = 1;

interface PageScroller {
  ref: RefObject<HTMLElement | null>;
  onScroll: () => void;
  /** The zoom as it is, in percent. */
  percent: number;
  /** The page that most is seen of; the first and the last that are wanted. All from 1. */
  current: number;
  first: number;
  last: number;
  pageWidth: number;
  pageHeight: number;
  /** Of everything together. */
  width: number;
  height: number;
  left: number;
  topOf: (page: number) => number;
}

/** Which pages are in sight of a scroller, and where they stand in it. `zoom` in percent; `null`: as wide as there is room. */
export function usePageScroller(file: PageMeasures | null, zoom: number | null): PageScroller {
  const ref = useRef<HTMLElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { count, width: naturalWidth, height: naturalHeight } = file ?? { count: 0, width: 1, height: 1 };
  const room = Math.max(1, size.width - 2 * margin);
  const scale = zoom === null ? room / naturalWidth : zoom / 100;
  const pageWidth = Math.round(naturalWidth * scale);
  const pageHeight = Math.round(naturalHeight * scale);
  const stride = pageHeight + gap;
  // What stands in the middle stays there when the pages grow or shrink.
  const before = useRef({ file, stride });
  useLayoutEffect(() => {
    const element = ref.current;
    const share = stride / before.current.stride;
    const isFirst = before.current.file === null;
    before.current = { file, stride };
    if (element === null || file === null || isFirst || share === 1) return;
    const middle = element.clientHeight / 2;
    element.scrollTop = (element.scrollTop + middle - margin) * share - middle + margin;
    setTop(element.scrollTop);
  }, [stride, file]);
  const pageAt = (y: number) => Math.min(count, Math.max(1, Math.floor((y - margin) / stride) + 1));
  return {
    ref,
    onScroll: () => setTop(ref.current?.scrollTop ?? 0),
    percent: Math.round(scale * 100),
    current: pageAt(top + size.height / 2),
    first: Math.max(1, pageAt(top) - ahead),
    last: size.width === 0 ? 0 : Math.min(count, pageAt(top + size.height) + ahead),
    pageWidth,
    pageHeight,
    width: pageWidth + 2 * margin,
    height: count * stride - gap + 2 * margin,
    left: Math.max(margin, Math.floor((size.width - pageWidth) / 2)),
    topOf: (page) => margin + (page - 1) * stride,
  };
}
