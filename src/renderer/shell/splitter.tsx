import { useMove } from 'react-aria';
import styles from './panes.module.css';

interface SplitterProps {
  name: string;
  /** Width of the pane beside it, CSS pixels. */
  width: number;
  minimum: number;
  maximum: number;
  /** The edge of the pane where the splitter lies. */
  side: 'left' | 'right';
  onResize: (width: number) => void;
}

/** Drag, or arrow keys, to resize a pane. */
export function Splitter({ name, width, minimum, maximum, side, onResize }: SplitterProps) {
  const { moveProps } = useMove({
    onMove: ({ deltaX, pointerType }) => {
      const step = pointerType === 'keyboard' ? deltaX * 16 : deltaX;
      onResize(Math.min(maximum, Math.max(minimum, width + (side === 'right' ? step : -step))));
    },
  });
  return (
    <hr
      {...moveProps}
      className={styles.splitter}
      aria-label={name}
      data-side={side}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      tabIndex={0}
    />
  );
}
