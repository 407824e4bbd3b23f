import { type RefObject, useLayoutEffect, useState } from 'react';

/** From the largest down to what is still read from the last row of a meeting room. */
const scales = [1.85, 1.7, 1.55, 1.4, 1.27, 1.15, 1.05, 0.96, 0.88, 0.8, 0.72, 0.64, 0.58];
/** Smaller than this nothing is made for the sake of earlier reports. */
const comfortable = scales.filter((scale) => scale >= 0.8);

/** Reports of a task that are always shown, however little room there is. */
const leastReports = 2;
/** A slide is no archive. */
export const mostReports = 12;

/**
 * Sets the text of each field of a box as large as all of it fits; what does not fit at the smallest size scrolls. Tells how many
 * reports of a task there is room for: elements with `data-age` are those, those with `data-earlier` say what is left out.
 */
export function useFittingText(box: RefObject<HTMLElement | null>): number {
  const [shown, setShown] = useState(mostReports);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const adjust = () => {
      const fields = Array.from(element.querySelectorAll<HTMLElement>('[data-field]'));
      setShown(Math.min(...fields.map((field) => setLargest(field, element.clientHeight)), mostReports));
    };
    adjust();
    // Notes come as Markdown a moment later, and the window may become another.
    const observer = new ResizeObserver(adjust);
    observer.observe(element);
    for (const field of element.querySelectorAll('[data-field], [data-field] > *')) observer.observe(field);
    return () => observer.disconnect();
  }, [box]);
  return shown;
}

/** Answers how many reports are shown then. */
function setLargest(field: HTMLElement, height: number): number {
  const ages = Array.from(field.querySelectorAll<HTMLElement>('[data-age]'), ({ dataset }) => Number(dataset.age));
  const most = Math.max(leastReports, ...ages.map((age) => age + 1));
  for (let count = most; count >= leastReports; count -= 1) {
    showReports(field, count);
    for (const scale of count === leastReports ? scales : comfortable) {
      field.style.setProperty('--scale', String(scale));
      if (field.offsetHeight <= height) return count === most ? mostReports : count;
    }
  }
  return leastReports;
}

function showReports(field: HTMLElement, count: number): void {
  for (const report of field.querySelectorAll<HTMLElement>('[data-age]'))
    report.hidden = Number(report.dataset.age) >= count;
  for (const rest of field.querySelectorAll<HTMLElement>('[data-earlier]')) {
    rest.hidden = Number(rest.dataset.earlier) <= count;
  }
}
