import { FileText, Search, SquareChevronRight, TextSearch } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { TextRange } from '#core/text/code-points';
import type { CommandName } from '#ipc/commands';
import { messages } from '#messages/zh-CN';
import type { AppStore } from '../../store/app-store.ts';
import type { PaletteName } from '../../store/dialogs.ts';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Palette, type PaletteRow } from '../../ui/palette.tsx';
import type { QuickEntry, QuickTarget } from './entry.ts';
import { focusText, useKeptPlace } from './kept-place.ts';
import { MarkedName } from './marked-name.tsx';
import { type QuickHit, quickResults } from './quick-results.ts';

const words = messages.quickOpen;
const icon = { size: 16, strokeWidth: 1.5 } as const;
/** As people know it from other programs; an input method for Chinese writes the key in its own ways. */
const forCommands = /^\s*[>＞》]/u;
const mostRemembered = 20;

interface QuickOpenProps {
  palette: PaletteName;
  commands: Record<CommandName, () => void>;
  onClose: () => void;
}

/** Quick open and the command palette: one box, which leads from one to the other. */
export function QuickOpen({ palette, commands, onClose }: QuickOpenProps) {
  const store = useAppStore();
  const openDialog = useApp((state) => state.openDialog);
  const afterwards = useKeptPlace();
  const [text, setText] = useState('');
  const { groups, total } = useResults(palette, text);
  const hits = groups.flatMap((group) => group.hits);
  const choose = (id: string) => {
    const target = hits.find(({ item }) => item.id === id)?.item.target;
    if (target === undefined) return;
    afterwards(() => follow(store, commands, target));
    onClose();
  };
  const isMixed = palette === 'quickOpen';
  return (
    <Palette
      title={words[palette].title}
      placeholder={words[palette].placeholder}
      icon={
        isMixed ? (
          <Search size={18} strokeWidth={1.5} aria-hidden />
        ) : (
          <SquareChevronRight size={18} strokeWidth={1.5} aria-hidden />
        )
      }
      list={words.list}
      text={text}
      onText={(typed) => {
        const isForCommands = isMixed && forCommands.test(typed);
        if (isForCommands) openDialog('commandPalette');
        setText(isForCommands ? typed.replace(forCommands, '') : typed);
      }}
      onErase={() => openDialog('quickOpen')}
      groups={groups.map(({ name, hits: shown }) => ({
        name,
        leadWidth: Math.max(...shown.map(({ item }) => widthOf(item.number))),
        rows: shown.map((hit) => rowOf(hit, isMixed)),
      }))}
      empty={words[palette].empty(text.trim())}
      count={total > hits.length ? words.countShown(hits.length, total) : words.count(total)}
      hints={<Hints isMixed={isMixed} />}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

/** What is offered, from what the window knows; the list of documents is asked for. */
function useResults(palette: PaletteName, text: string) {
  const store = useAppStore();
  const list = useApp((state) => state.listDocuments);
  const documents = useApp((state) => state.documents);
  const texts = useApp((state) => state.otherTexts);
  const plan = useApp((state) => state.plan);
  useEffect(() => {
    void list();
  }, [list]);
  return useMemo(
    () => quickResults(palette, text, { ...store.getState(), documents, otherTexts: texts, plan }),
    [palette, text, store, documents, texts, plan],
  );
}

function follow(store: AppStore, commands: QuickOpenProps['commands'], target: QuickTarget): void {
  const { plan, goTo, switchDocument, searchFor, view, changeView } = store.getState();
  if (target.kind === 'command') {
    const others = (view.recentCommands ?? []).filter((name) => name !== target.command);
    changeView({ recentCommands: [target.command, ...others].slice(0, mostRemembered) });
    commands[target.command]();
  } else if (target.kind === 'search') {
    searchFor(target.query);
  } else {
    focusText();
    if (target.kind === 'document') void switchDocument(target.document);
    else if (target.document === plan?.id) goTo({ section: target.section });
    else void switchDocument(target.document, { place: { section: target.section } });
  }
}

function rowOf({ item, match }: QuickHit, isMixed: boolean): PaletteRow {
  const { id, number, name, keys, obstacle, detail } = item;
  const shown = obstacle ?? detail;
  return {
    id,
    ...(isMixed && { lead: leadOf(item, match.kind === 'number' || match.kind === 'numberStart') }),
    name: <MarkedName text={name} marks={marksOf(item, match.marks)} />,
    spoken: [`${number} ${name}`.trim(), shown, keys].filter(Boolean).join('，'),
    detail: shown,
    keys,
    isDisabled: item.isBlocked ?? false,
  };
}

/** About how wide a number is, in em: its digits are narrower than its characters. */
function widthOf(number: string): number {
  return Array.from(number).reduce((width, character) => width + (/[ -~]/.test(character) ? 0.6 : 1), 0);
}

function leadOf({ target, number }: QuickEntry, isMarked: boolean): ReactNode {
  switch (target.kind) {
    case 'section':
      return isMarked ? <mark>{number}</mark> : number;
    case 'document':
      return <FileText {...icon} aria-hidden />;
    case 'search':
      return <TextSearch {...icon} aria-hidden />;
    default:
      return <SquareChevronRight {...icon} aria-hidden />;
  }
}

/** Marks are those of the name with its number; what is shown here is what follows the number. */
function marksOf({ quick: { lead } }: QuickEntry, marks: readonly TextRange[]): TextRange[] {
  return marks
    .filter(({ end }) => end > lead)
    .map(({ start, end }) => ({ start: Math.max(0, start - lead), end: end - lead }));
}

function Hints({ isMixed }: { isMixed: boolean }) {
  return [...words.keys, ...(isMixed ? [words.typeForCommands] : [])].map(([keys, meaning]) => (
    <span key={keys}>
      <kbd>{keys}</kbd>
      {meaning}
    </span>
  ));
}
