import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import { citation } from '#core/plan/citation';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { api } from '../../api.ts';
import { useAppStore } from '../../store/use-app.ts';
import { ContextMenu, type ContextMenuPlace } from '../../ui/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';

const words = messages.annotations;

interface AnnotationMenuProps {
  plan: PlanDocument;
  mark: PlacedAnnotation;
  place: ContextMenuPlace;
  onClose: () => void;
}

/** The context menu of an annotation in the list. */
export function AnnotationMenu({ plan, mark, place, onClose }: AnnotationMenuProps) {
  const store = useAppStore();
  const { annotation, anchoring, section } = mark;
  const { range } = anchoring;
  const copyCitation = async () => {
    const { notify, notifyError } = store.getState();
    const answer = await api['clipboard.writeText']({ text: citation(plan, section, annotation.target.exact) });
    if (answer.ok) notify({ kind: 'done', text: messages.reading.citationCopied });
    else notifyError(answer.error);
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
      <MenuItem name={words.contextMenu.copyCitation} onAction={() => void copyCitation()} />
      <MenuSeparator />
      <MenuItem name={words.remove} onAction={() => void store.getState().removeAnnotation(annotation.id)} />
    </ContextMenu>
  );
}
