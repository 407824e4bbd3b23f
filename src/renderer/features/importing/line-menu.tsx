import { useRef } from 'react';
import type { PreviewLine } from '#core/outline/preview-lines';
import type { DecidedRole } from '#core/outline/text-block';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import type { LineCorrection } from '../../workers/outline/outline-messages.ts';
import { type LineMenuKind, type LineQuestion, nameOfLine } from './preview-row.tsx';

const words = messages.importing.preview;
const levels = [1, 2, 3, 4, 5, 6];

/** A menu that is open. */
export interface OpenLineMenu {
  kind: LineMenuKind;
  index: number;
  /** Where it hangs. */
  button: HTMLButtonElement;
}

interface LineMenuProps {
  menu: OpenLineMenu;
  line: PreviewLine;
  onAsk: (question: LineQuestion) => void;
  onClose: () => void;
}

/** The menu of one line: open while it is rendered. */
export function LineMenu({ menu: { kind, index, button }, line, onAsk, onClose }: LineMenuProps) {
  const correct = useApp((state) => state.correctLine);
  const trigger = useRef(button);
  const popover = {
    isOpen: true,
    triggerRef: trigger,
    onOpenChange: (isOpen: boolean) => {
      if (!isOpen) onClose();
    },
  };
  const name = nameOfLine(line);
  const open = { popover, onClose, autoFocus: 'first' } as const;
  if (kind === 'role') {
    return (
      <Menu aria-label={words.levelOf(name)} {...open}>
        <RoleItems line={line} name={name} onCorrect={(correction) => correct(index, correction)} />
      </Menu>
    );
  }
  return (
    <Menu aria-label={words.actions(name)} {...open}>
      <MenuItem name={words.merge} isDisabled={index === 0} onAction={() => correct(index, { kind: 'merge' })} />
      <MenuItem name={words.split} onAction={() => onAsk('split')} />
      <MenuItem name={words.number} isDisabled={line.number === undefined} onAction={() => onAsk('number')} />
    </Menu>
  );
}

interface RoleItemsProps {
  line: PreviewLine;
  name: string;
  onCorrect: (correction: LineCorrection) => void;
}

/** Everything that a line can be. */
function RoleItems({ line, name, onCorrect }: RoleItemsProps) {
  const chosen = [choiceOf(line)];
  const roles = (names: readonly DecidedRole[]) =>
    names.map((role) => (
      <MenuItem key={role} id={role} name={words.roles[role]} onAction={() => onCorrect({ kind: 'role', role })} />
    ));
  return (
    <>
      <MenuChoice name={words.levelOf(name)} kind="one" chosen={chosen}>
        <MenuItem id="text" name={words.body} onAction={() => onCorrect({ kind: 'text' })} />
        {levels.map((level) => (
          <MenuItem
            key={level}
            id={String(level)}
            name={words.level(level)}
            onAction={() => onCorrect({ kind: 'heading', level })}
          />
        ))}
        {roles(['attachment'])}
      </MenuChoice>
      <MenuSeparator />
      <MenuChoice name={words.otherRoles} kind="one" chosen={chosen}>
        {roles(['title', 'contents', 'row', 'box', 'note'])}
      </MenuChoice>
      <MenuSeparator />
      <MenuChoice name={words.roles.dropped} kind="one" chosen={chosen}>
        {roles(['dropped'])}
      </MenuChoice>
    </>
  );
}

/** The id of the item that says what the line is. */
function choiceOf({ kind, level, isAttachment }: PreviewLine): string {
  if (isAttachment) return 'attachment';
  if (level !== undefined) return String(level);
  return kind === 'paragraph' || kind === 'heading' ? 'text' : kind;
}
