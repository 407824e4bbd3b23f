import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import type { PlanDocument, PlanSection } from '#core/plan/plan';
import type { SectionNode } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import type { ContextMenuPlace } from '../../ui/context-menu.tsx';
import { type OutlineLine, outlineLines, outlineStep } from './outline-lines.ts';
import { lineHeight, OutlineRow, outlineClass } from './outline-row.tsx';
import styles from './outline-tree.module.css';
import { SectionMenu } from './section-menu.tsx';
import { useOutlineLines } from './use-outline-lines.ts';

const words = messages.outline;

interface OutlineTreeProps {
  plan: PlanDocument;
  nodes: SectionNode[];
  folded: readonly string[];
  /** By a filter, which shows what matches only. */
  isNarrowed: boolean;
  onFold: (folded: string[]) => void;
  onFoldAll: () => void;
}

/**
 * The outline by the ARIA tree pattern. Of thousands of lines only those that are near what is seen are in the page: no tree of
 * react-aria's collections does that in less than a second.
 */
export function OutlineTree({ plan, nodes, folded, isNarrowed, onFold, onFoldAll }: OutlineTreeProps) {
  const goTo = useApp((state) => state.goTo);
  const [menu, setMenu] = useState<(ContextMenuPlace & { section: PlanSection }) | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => outlineLines(nodes, new Set(folded)), [nodes, folded]);
  const { list, current, focused, focusProps, goToLine } = useOutlineLines(plan, lines, scroller, isNarrowed);

  const fold = ({ id }: PlanSection, isFolded: boolean) =>
    onFold(isFolded ? [...folded, id] : folded.filter((other) => other !== id));
  const onClick = (event: MouseEvent) => {
    const line = lineAt(lines, event);
    if (line === undefined) return;
    if (isChevron(event)) fold(line.section, line.isExpanded);
    else goTo({ section: line.section.id });
  };
  const onContextMenu = (event: MouseEvent) => {
    const line = lineAt(lines, event);
    if (line === undefined) return;
    event.preventDefault();
    setMenu({ x: event.clientX, y: event.clientY, section: line.section });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lineAt(lines, event);
    if (line === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight());
    const step = outlineStep(lines, lines.indexOf(line), event.key, Math.max(1, page));
    if (step === undefined) return;
    event.preventDefault();
    if (step === 'open') goTo({ section: line.section.id });
    else if (typeof step === 'number') goToLine(step);
    else fold(line.section, step === 'fold');
  };

  return (
    <div className={styles.scroller} ref={scroller} tabIndex={-1}>
      <div
        role="tree"
        tabIndex={-1}
        aria-label={words.tree}
        className={outlineClass(plan)}
        style={{ height: list.getTotalSize() }}
        data-narrowed={isNarrowed || undefined}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onKeyDown={onKeyDown}
        {...focusProps}
      >
        {list.getVirtualItems().map(({ key, index, end }) => (
          <OutlineRow
            key={key}
            plan={plan}
            line={lines[index]}
            index={index}
            bottom={end}
            isCurrent={index === current}
            isTabStop={index === focused}
          />
        ))}
      </div>
      {menu === null ? null : (
        <SectionMenu
          plan={plan}
          section={menu.section}
          place={menu}
          onUnfoldAll={() => onFold([])}
          onFoldAll={onFoldAll}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

function lineAt(lines: readonly OutlineLine[], { target }: { target: EventTarget }): OutlineLine | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : lines[Number(row.dataset.index)];
}

function isChevron({ target }: { target: EventTarget }): boolean {
  return target instanceof Element && target.closest('[data-chevron]') !== null;
}
