import { ArrowDownWideNarrow } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { noteOrders } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';

const words = messages.noteList;

/** Whose annotations are listed, how they are ordered, whether it is grouped by chapter and goes along with the text, remembered with the view; and the way to what was deleted. */
export function OrderMenu() {
  const order = useApp((state) => state.view.notesOrder ?? 'document');
  const isGrouped = useApp((state) => state.view.notesGrouped ?? false);
  const isFollowing = useApp((state) => state.view.notesFollow ?? false);
  const isEverywhere = useApp((state) => state.view.notesEverywhere ?? false);
  const setEverywhere = useApp((state) => state.setNotesEverywhere);
  const openRecycleBin = useApp((state) => state.openRecycleBin);
  const changeView = useApp((state) => state.changeView);
  return (
    <MenuTrigger>
      <Button aria-label={words.orderAndGroups}>
        <ArrowDownWideNarrow size={16} strokeWidth={1.5} />
        {words.order}
      </Button>
      <Menu aria-label={words.orderAndGroups} popover={{ placement: 'bottom end' }}>
        <MenuChoice name={words.scope} kind="one" chosen={[isEverywhere ? 'everywhere' : 'here']}>
          <MenuItem id="here" name={words.here} onAction={() => setEverywhere(false)} />
          <MenuItem id="everywhere" name={words.everywhere} onAction={() => setEverywhere(true)} />
        </MenuChoice>
        <MenuSeparator />
        <MenuChoice name={words.order} kind="one" chosen={[order]}>
          {noteOrders.map((each) => (
            <MenuItem
              key={each}
              id={each}
              name={words.orders[each]}
              onAction={() => changeView({ notesOrder: each })}
            />
          ))}
        </MenuChoice>
        <MenuSeparator />
        <MenuChoice
          name={words.layout}
          kind="any"
          chosen={[...(isGrouped ? ['grouped'] : []), ...(isFollowing ? ['follow'] : [])]}
        >
          <MenuItem
            id="grouped"
            name={words.grouped}
            isDisabled={isEverywhere}
            onAction={() => changeView({ notesGrouped: !isGrouped })}
          />
          <MenuItem
            id="follow"
            name={words.follow}
            isDisabled={order !== 'document'}
            onAction={() => changeView({ notesFollow: !isFollowing })}
          />
        </MenuChoice>
        <MenuSeparator />
        <MenuItem name={messages.commands.recycleBin} onAction={() => openRecycleBin('notes')} />
      </Menu>
    </MenuTrigger>
  );
}
