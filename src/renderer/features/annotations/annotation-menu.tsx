import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { formatCitation, rangeCitation } from '#core/plan/citation';
import type { PlanDocument } from '#core/plan/plan';
import { numberOfPath } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { useAppStore } from '../../store/use-app.ts';
import { ContextMenu, type ContextMenuPlace } from '../../ui/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';

const words = messages.annotations;

interface AnnotationMenuProps {
  plan: PlanDocument;
  mark: PlacedAnnotation;
  place: ContextMenuPlace;
  onRemove: (id: string) => void;
  onClose: () => void;
}

/** The context menu of an annotation in the list. */
export function AnnotationMenu({ plan, mark, place, onRemove, onClose }: AnnotationMenuProps) {
  const store = useAppStore();
  const { annotation, anchoring } = mark;
  const { range } = anchoring;
  const copyCitation = () => {
    const { documentTitle, target } = annotation;
    // What is not in this text any more is cited from where it was.
    const place = numberOfPath(target.sectionPath);
    const lost = { title: documentTitle || plan.title, place, quote: target.exact };
    const text = range === undefined ? formatCitation(lost) : rangeCitation(plan, range);
    return store.getState().copyText(text, messages.reading.citationCopied);
  };
  return (
    <ContextMenu place={place} name={words.list} onClose={onClose}>
      <MenuItem
        name={words.contextMenu.goToText}
        isDisabled={range === undefined}
        onAction={() => {
          if (range !== undefined) store.getState().goTo({ range });
        }}
      />
      <MenuItem
        name={annotation.body === '' ? words.addNote : words.edit}
        onAction={() => store.getState().editAnnotation(annotation.id)}
      />
      <MenuItem
        name={annotation.task === undefined ? messages.ledger.create : messages.ledger.show}
        onAction={() => void store.getState().makeTask({ annotation: annotation.id })}
      />
      <MenuItem name={words.contextMenu.copyCitation} onAction={() => void copyCitation()} />
      <MenuSeparator />
      <MenuItem name={words.remove} onAction={() => onRemove(annotation.id)} />
      <MenuItem name={messages.commands.recycleBin} onAction={() => store.getState().openRecycleBin('notes')} />
    </ContextMenu>
  );
}
