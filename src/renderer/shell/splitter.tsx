import { useMove } from 'react-aria';
import styles from './panes.module.css';

interface SplitterProps {
  name: string;
  /** Width of the pane beside it, CSS pixels. */
  width: number;
  minimum: number;
  maximum: number;
  /** 1 when the pane lies left of the splitter, -1 when right. */
  side: 1 | -1;
  onResize: (width: number) => void;
}

/** Drag, or arrow keys, to resize a pane. */
export function Splitter({ name, width, minimum, maximum, side, onResize }: SplitterProps) {
  const { moveProps } = useMove({
    onMove: ({ deltaX, pointerType }) => {
      const step = pointerType === 'keyboard' ? deltaX * 16 : deltaX;
      onResize(Math.min(maximum, Math.max(minimum, width + step * side)));
    },
  });
  return (
    <hr
      {...moveProps}
      className={styles.splitter}
      aria-label={name}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      tabIndex={0}
    />
  );
}
