import { useCallback, useState } from 'react';
import type { OpenLineMenu } from './line-menu.tsx';
import type { LineMenuKind, LineQuestion } from './preview-row.tsx';

/** Which menu of which line is open, and what is asked about a line. */
export function useLineMenus() {
  const [menu, setMenu] = useState<OpenLineMenu | null>(null);
  const [question, setQuestion] = useState<{ index: number; kind: LineQuestion } | null>(null);
  const openMenu = useCallback(
    (kind: LineMenuKind, index: number, button: HTMLButtonElement) => setMenu({ kind, index, button }),
    [],
  );
  const endQuestion = useCallback(() => setQuestion(null), []);
  return {
    menu,
    closeMenu: () => setMenu(null),
    ask: (index: number, kind: LineQuestion) => setQuestion({ index, kind }),
    /** For the row of a line; the same functions each time. */
    rowProps: (index: number) => ({
      openMenu: menu?.index === index ? menu.kind : null,
      question: question?.index === index ? question.kind : null,
      onMenu: openMenu,
      onAnswered: endQuestion,
    }),
  };
}
