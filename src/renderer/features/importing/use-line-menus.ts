import { useCallback, useState } from 'react';
import type { PreviewLine } from '#core/outline/preview-lines';
import type { OpenLineMenu } from './line-menu.tsx';
import type { LineMenuKind, LineQuestion } from './preview-row.tsx';

/** What is asked about a line. */
interface OpenQuestion {
  index: number;
  kind: LineQuestion;
  /** Of the line when it was asked: after another correction the same place may be that of another line. */
  text: string | undefined;
}

function isStillAsked({ kind, text }: OpenQuestion, line: PreviewLine | undefined): boolean {
  return line?.text === text && (kind === 'split' || line?.number !== undefined);
}

/** Which menu of which line is open, and what is asked about a line. */
export function useLineMenus(lines: readonly PreviewLine[]) {
  const [menu, setMenu] = useState<OpenLineMenu | null>(null);
  const [question, setQuestion] = useState<OpenQuestion | null>(null);
  if (question !== null && !isStillAsked(question, lines[question.index])) setQuestion(null);
  const openMenu = useCallback(
    (kind: LineMenuKind, index: number, button: HTMLButtonElement) => setMenu({ kind, index, button }),
    [],
  );
  const endQuestion = useCallback(() => setQuestion(null), []);
  return {
    menu,
    closeMenu: () => setMenu(null),
    ask: (index: number, kind: LineQuestion) => setQuestion({ index, kind, text: lines[index]?.text }),
    /** For the row of a line; the same functions each time. */
    rowProps: (index: number) => ({
      openMenu: menu?.index === index ? menu.kind : null,
      question: question?.index === index ? question.kind : null,
      onMenu: openMenu,
      onAnswered: endQuestion,
    }),
  };
}
