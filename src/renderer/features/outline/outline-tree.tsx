import {
  type ComponentProps,
  cloneElement,
  isValidElement,
  type MouseEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { citation } from '#core/plan/citation';
import { isMissing, type PlanDocument, type PlanSection } from '#core/plan/plan';
import type { SectionNode } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { ContextMenu, type ContextMenuPlace } from '../../ui/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { Chevron, OutlineRow, sectionTitle } from './outline-row.tsx';
import styles from './outline-tree.module.css';

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

export function OutlineTree({ plan, nodes, folded, isNarrowed, onFold, onFoldAll }: OutlineTreeProps) {
  const goTo = useApp((state) => state.goTo);
  const [menu, setMenu] = useState<(ContextMenuPlace & { section: PlanSection }) | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const closed = new Set(folded);
  const expanded = plan.sections.map((section) => section.id).filter((id) => !closed.has(id));

  const openMenu = (event: MouseEvent) => {
    const key = (event.target as Element).closest('[data-key]')?.getAttribute('data-key');
    const section = plan.sections.find((candidate) => candidate.id === key);
    if (section === undefined) return;
    event.preventDefault();
    setMenu({ x: event.clientX, y: event.clientY, section });
  };

  return (
    <div className={styles.scroller} ref={element}>
      <Tree
        onContextMenu={openMenu}
        aria-label={words.tree}
        className={styles.tree ?? ''}
        items={nodes}
        data-narrowed={isNarrowed || undefined}
        selectionMode="none"
        render={renderTree}
        expandedKeys={expanded}
        onExpandedChange={(keys) => {
          const open = new Set(keys);
          onFold(plan.sections.map((section) => section.id).filter((id) => !open.has(id)));
        }}
        onAction={(key) => goTo({ section: String(key) })}
      >
        {function renderNode(node) {
          const { section } = node;
          return (
            <TreeItem
              id={section.id}
              textValue={sectionTitle(plan, section)}
              className={styles.row ?? ''}
              render={renderTreeItem}
              data-level={section.level}
              data-missing={isMissing(section) || undefined}
            >
              <TreeItemContent>
                <OutlineRow plan={plan} section={section} chevron={node.children.length > 0 ? <FoldButton /> : null} />
              </TreeItemContent>
              <Collection items={node.children}>{renderNode}</Collection>
            </TreeItem>
          );
        }}
      </Tree>
      <CurrentInSight scroller={element} />
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

/** Scrolls to the section that is being read, unless the reader is at work in the outline. Renders nothing. */
function CurrentInSight({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const current = useApp((state) => state.currentSection);
  useEffect(() => {
    const tree = scroller.current;
    if (tree === null || tree.matches(':hover') || tree.contains(document.activeElement)) return;
    tree.querySelector(`[data-key="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [scroller, current]);
  return null;
}

interface SectionMenuProps {
  plan: PlanDocument;
  section: PlanSection;
  place: ContextMenuPlace;
  onUnfoldAll: () => void;
  onFoldAll: () => void;
  onClose: () => void;
}

function SectionMenu({ plan, section, place, onUnfoldAll, onFoldAll, onClose }: SectionMenuProps) {
  const copyText = useApp((state) => state.copyText);
  const toggleBookmark = useApp((state) => state.toggleBookmark);
  return (
    <ContextMenu place={place} name={words.tree} onClose={onClose}>
      <MenuItem name={words.expandAll} onAction={onUnfoldAll} />
      <MenuItem name={words.collapseAll} onAction={onFoldAll} />
      <MenuSeparator />
      <MenuItem name={messages.bookmarks.toggle} onAction={() => void toggleBookmark({ section: section.id })} />
      <MenuItem name={words.copyTitle} onAction={() => void copyText(sectionTitle(plan, section), words.copied)} />
      <MenuItem
        name={words.copyCitation}
        isDisabled={isMissing(section)}
        onAction={() => void copyText(headingCitation(plan, section), messages.reading.citationCopied)}
      />
    </ContextMenu>
  );
}

function FoldButton() {
  return (
    <Button slot="chevron" className={styles.chevron ?? ''}>
      <Chevron />
    </Button>
  );
}

/** The library speaks of a grid with one column; to a reader, and to the ARIA tree pattern, an outline is a tree. */
function renderTree(props: ComponentProps<'div'>) {
  return <div {...props} role="tree" />;
}

const treeItemRole = { role: 'treeitem' } as const;

function renderTreeItem({ children, ...props }: ComponentProps<'div'>) {
  const content = isValidElement<ComponentProps<'div'>>(children)
    ? cloneElement(children, { role: 'none', 'aria-colindex': undefined })
    : children;
  return (
    <div {...props} {...treeItemRole}>
      {content}
    </div>
  );
}

function headingCitation(plan: PlanDocument, section: PlanSection): string {
  const text = section.headingBlock === undefined ? '' : (plan.blocks[section.headingBlock]?.text ?? '');
  return citation(plan, section.id, text.slice(section.ordinal.length));
}
