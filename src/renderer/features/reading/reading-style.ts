import { type CSSProperties, useMemo } from 'react';
import { useApp } from '../../store/use-app.ts';

/** The reader's choice of type, as custom properties for the page. */
export function useReadingStyle(): CSSProperties {
  const { fontSize, lineHeight, columnWidth } = useApp((state) => state.settings);
  return useMemo(() => {
    const properties: Record<`--${string}`, string | number> = {
      '--body-size': `${fontSize}px`,
      '--body-leading': lineHeight,
      '--body-measure': columnWidth,
    };
    return properties;
  }, [fontSize, lineHeight, columnWidth]);
}
