import { citation } from '#core/plan/citation';
import { isMissing, type PlanDocument, type PlanSection } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { ContextMenu, type ContextMenuPlace } from '../../ui/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { sectionTitle } from './outline-row.tsx';

const words = messages.outline;

interface SectionMenuProps {
  plan: PlanDocument;
  section: PlanSection;
  place: ContextMenuPlace;
  onUnfoldAll: () => void;
  onFoldAll: () => void;
  onClose: () => void;
}

export function SectionMenu({ plan, section, place, onUnfoldAll, onFoldAll, onClose }: SectionMenuProps) {
  const copyText = useApp((state) => state.copyText);
  const makeTask = useApp((state) => state.makeTask);
  const toggleBookmark = useApp((state) => state.toggleBookmark);
  return (
    <ContextMenu place={place} name={words.tree} onClose={onClose}>
      <MenuItem name={words.expandAll} onAction={onUnfoldAll} />
      <MenuItem name={words.collapseAll} onAction={onFoldAll} />
      <MenuSeparator />
      <MenuItem name={messages.bookmarks.toggle} onAction={() => void toggleBookmark({ section: section.id })} />
      <MenuItem
        name={words.createTask}
        isDisabled={isMissing(section)}
        onAction={() => void makeTask({ section: section.id })}
      />
      <MenuItem name={words.copyTitle} onAction={() => void copyText(sectionTitle(plan, section), words.copied)} />
      <MenuItem
        name={words.copyCitation}
        isDisabled={isMissing(section)}
        onAction={() => void copyText(headingCitation(plan, section), messages.reading.citationCopied)}
      />
    </ContextMenu>
  );
}

function headingCitation(plan: PlanDocument, section: PlanSection): string {
  const text = section.headingBlock === undefined ? '' : (plan.blocks[section.headingBlock]?.text ?? '');
  return citation(plan, section.id, text.slice(section.ordinal.length));
}
