import { ChevronDown } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { messages } from '#messages/zh-CN';
import { byLastRead } from '../../store/last-read.ts';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { keysOf } from '../../ui/command-keys.ts';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import styles from './document-menu.module.css';

const words = messages.library;
/** More are found in the library. */
const mostShown = 8;

/** The name of the open document, with those that were read last below it. */
export function DocumentMenu() {
  const plan = useApp((state) => state.plan);
  const documents = useApp((state) => state.documents);
  const others = useApp((state) => state.view.others);
  const list = useApp((state) => state.listDocuments);
  const switchTo = useApp((state) => state.switchDocument);
  const openDialog = useApp((state) => state.openDialog);
  const choose = useApp((state) => state.chooseDocument);
  if (plan === null) return null;
  const known = documents?.documents ?? [{ id: plan.id, title: plan.title }];
  const shown = byLastRead(known, plan.id, others).slice(0, mostShown);
  return (
    <MenuTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) void list();
      }}
    >
      <Button aria-label={`${words.switchDocument}：${plan.title}`}>
        <span className={styles.title} title={plan.title}>
          {plan.title}
        </span>
        <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
      </Button>
      <Menu aria-label={words.switchDocument} popover={{ placement: 'bottom start' }}>
        <MenuChoice name={words.list} kind="one" chosen={[plan.id]}>
          {shown.map(({ id, title }) => (
            <MenuItem key={id} id={id} name={title} onAction={() => void switchTo(id)} />
          ))}
        </MenuChoice>
        <MenuSeparator />
        <MenuItem name={words.all} keys={keysOf('library')} onAction={() => openDialog('library')} />
        <MenuItem name={words.import} keys={keysOf('importDocument')} onAction={() => void choose()} />
      </Menu>
    </MenuTrigger>
  );
}
