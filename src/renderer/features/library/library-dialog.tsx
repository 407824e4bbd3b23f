import { Check, Ellipsis, FilePlus2, Library, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import type { ListedDocument } from '#ipc/contract/documents-contract';
import { messages } from '#messages/zh-CN';
import { byLastRead } from '../../store/last-read.ts';
import { useApp } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import styles from './library-dialog.module.css';
import { UnfinishedImports } from './unfinished-imports.tsx';

const words = messages.library;

/** Every document there is, with what it holds and when it was read. */
export function LibraryDialog({ onClose }: { onClose: () => void }) {
  const documents = useApp((state) => state.documents);
  const list = useApp((state) => state.listDocuments);
  const open = useApp((state) => state.plan?.id ?? '');
  const others = useApp((state) => state.view.others);
  const choose = useApp((state) => state.chooseDocument);
  useEffect(() => {
    void list();
  }, [list]);
  const all = documents === null ? [] : byLastRead(documents.documents, open, others);
  return (
    <Dialog title={words.title} width={760} onClose={onClose}>
      <div className={styles.head}>
        {documents !== null && documents.removed.length > 0 ? <RemovedLink count={documents.removed.length} /> : null}
        <Button
          variant="primary"
          onPress={() => {
            onClose();
            void choose();
          }}
        >
          <FilePlus2 size={16} strokeWidth={1.5} aria-hidden />
          {words.import}
        </Button>
      </div>
      <UnfinishedImports onClose={onClose} />
      {documents === null ? <p className={styles.facts}>{words.loading}</p> : null}
      <ul className={styles.list} aria-label={words.list}>
        {all.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            isOpen={document.id === open}
            readAt={others?.find((other) => other.document === document.id)?.readAt}
            onClose={onClose}
          />
        ))}
      </ul>
      {all.length === 1 ? (
        <EmptyState
          picture={<Library size={32} strokeWidth={1.25} aria-hidden />}
          title={words.alone.title}
          text={words.alone.text}
        />
      ) : null}
    </Dialog>
  );
}

interface DocumentRowProps {
  document: ListedDocument;
  isOpen: boolean;
  readAt: string | undefined;
  onClose: () => void;
}

function DocumentRow({ document, isOpen, readAt, onClose }: DocumentRowProps) {
  const switchTo = useApp((state) => state.switchDocument);
  const rename = useApp((state) => state.renameDocument);
  const [isRenaming, setRenaming] = useState(false);
  const { id, title, problem, chapters, characters, notes, isBundled, source } = document;
  const facts = [
    words.facts(chapters, characters, notes),
    source === null ? (isBundled ? words.bundled : null) : words.source(source.fileName, dayOf(source.importedAt)),
    isOpen || readAt === undefined ? null : words.lastRead(dayOf(readAt)),
  ].filter((fact) => fact !== null);
  return (
    <li className={styles.document} aria-label={title}>
      <div>
        {isRenaming ? (
          <Renaming onDone={() => setRenaming(false)}>
            <TextInput
              label={words.name}
              value={title}
              maxLength={200}
              onChange={(name) => {
                if (name !== '') void rename(id, name);
              }}
            />
          </Renaming>
        ) : (
          <h3>{title}</h3>
        )}
        <p className={styles.facts} title={words.charactersHint}>
          {facts.join(' · ')}
        </p>
        {problem === null ? null : <p role="alert">{words.problems[problem]}</p>}
      </div>
      {isOpen ? (
        <span className={styles.isOpen}>
          <Check size={15} strokeWidth={2} aria-hidden />
          {words.isOpen}
        </span>
      ) : (
        <Button
          variant="outlined"
          onPress={async () => {
            if (await switchTo(id)) onClose();
          }}
        >
          {words.open}
        </Button>
      )}
      <RowMenu document={document} onRename={() => setRenaming(true)} />
    </li>
  );
}

/** Gives its field the focus once the menu is gone, and is done with it when it loses it. */
function Renaming({ onDone, children }: { onDone: () => void; children: ReactNode }) {
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const field = place.current?.querySelector('input');
        field?.focus();
        field?.select();
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <fieldset
      ref={place}
      className={styles.renaming}
      aria-label={words.rename}
      onBlur={onDone}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      {children}
    </fieldset>
  );
}

function RowMenu({ document: { id, title, isBundled }, onRename }: { document: ListedDocument; onRename: () => void }) {
  const remove = useApp((state) => state.removeDocument);
  if (isBundled) return <span className={styles.noMenu} />;
  return (
    <MenuTrigger>
      <IconButton name={words.actions(title)} icon={<Ellipsis size={18} strokeWidth={1.5} />} />
      <Menu>
        <MenuItem name={words.rename} onAction={onRename} />
        <MenuItem name={words.remove} onAction={() => void remove(id)} />
      </Menu>
    </MenuTrigger>
  );
}

/** Where the documents are that were removed. */
function RemovedLink({ count }: { count: number }) {
  const open = useApp((state) => state.openRecycleBin);
  return (
    <Button onPress={() => open('documents')}>
      <Trash2 size={16} strokeWidth={1.5} aria-hidden />
      {words.inBin(count)}
    </Button>
  );
}

function dayOf(moment: string): string {
  const date = new Date(moment);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
