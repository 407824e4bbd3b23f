import { useLayoutEffect, useRef } from 'react';
import { linesOf } from '#core/comparison/text-differences';
import styles from './review-screen.module.css';
import type { TextPart } from './text-part.ts';

/** How much of what stands before a passage is seen when it has to be scrolled to, CSS pixels. */
const linesAbove = 64;

interface PassageViewProps {
  side: 'before' | 'now';
  title: string;
  /** The section that the passage stands in. */
  place: string;
  parts: readonly TextPart[];
  /** Said above the text. */
  hint?: string | undefined;
}

/** One of two texts: the passage and what stands around it, with what differs from the other marked. */
export function PassageView({ side, title, place, parts, hint }: PassageViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const text = parts.map((part) => part.text).join('');
  // The passage stands in sight, with what is before it as far as there is room.
  useLayoutEffect(() => {
    const { current } = scroller;
    const passage = text === '' ? null : current?.querySelector<HTMLElement>('mark, del, ins');
    if (current === null || !passage) return;
    const below = passage.offsetTop - current.offsetTop;
    current.scrollTop = below > current.clientHeight / 2 ? below - linesAbove : 0;
  }, [text]);
  return (
    <section className={styles.passage} aria-label={title} data-side={side}>
      <header className={styles.passageHead}>
        <h4>{title}</h4>
        <span title={place}>{place}</span>
      </header>
      <div ref={scroller} className={styles.passageText}>
        {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
        {linesOf(parts).map((line) => (
          <p key={line[0]?.at}>
            {line.map(({ at, kind, text: words }) => (
              <Part key={at} side={side} kind={kind} text={words} />
            ))}
          </p>
        ))}
      </div>
    </section>
  );
}

function Part({ side, kind, text }: { side: 'before' | 'now' } & TextPart) {
  if (kind === 'around') return <span className={styles.around}>{text}</span>;
  if (kind === 'same') return <mark className={styles.same}>{text}</mark>;
  return side === 'before' ? <del className={styles.gone}>{text}</del> : <ins className={styles.new}>{text}</ins>;
}
