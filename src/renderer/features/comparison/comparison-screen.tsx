import { ArrowLeftRight, Columns2, FileX2 } from 'lucide-react';
import { useState } from 'react';
import { messages } from '#messages/zh-CN';
import type { ComparableText, ComparisonOutcome, ComparisonState } from '../../store/comparison.ts';
import { useApp } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './comparison.module.css';
import { dayOf } from './day-of.ts';
import { RequirementsTable } from './requirements-table.tsx';
import { SideBySide } from './side-by-side.tsx';

const words = messages.comparison;
const picture = { size: 32, strokeWidth: 1.25, 'aria-hidden': true } as const;

type View = 'sides' | 'table';

/** Two texts beside each other: two editions, or the plan above and our own. */
export function ComparisonScreen() {
  const comparison = useApp((state) => state.comparison);
  const close = useApp((state) => state.closeComparison);
  const [view, setView] = useState<View>('sides');
  if (comparison === null) return null;
  const { texts, outcome } = comparison;
  const isAlone = outcome.stage === 'alone';
  return (
    <Dialog title={words.title} width={isAlone ? 640 : 1280} onClose={close}>
      <div className={isAlone ? undefined : styles.screen}>
        {texts.length > 1 ? <Head comparison={comparison} view={view} onView={setView} /> : null}
        <Outcome comparison={comparison} outcome={outcome} view={view} />
      </div>
    </Dialog>
  );
}

function Head({
  comparison: { texts, left, right },
  view,
  onView,
}: {
  comparison: ComparisonState;
  view: View;
  onView: (view: View) => void;
}) {
  const compare = useApp((state) => state.compareTexts);
  const options = texts.map((text) => ({ value: text.key, name: nameOf(text) }));
  return (
    <div className={styles.head}>
      <div className={styles.choice}>
        <Select label={words.left} value={left} options={options} onChange={(key) => void compare(key, right)} />
      </div>
      <IconButton
        name={words.swap}
        icon={<ArrowLeftRight size={18} strokeWidth={1.5} />}
        onPress={() => void compare(right, left)}
      />
      <div className={styles.choice}>
        <Select label={words.right} value={right} options={options} onChange={(key) => void compare(left, key)} />
      </div>
      <div className={styles.views}>
        <Segments
          label={words.view}
          value={view}
          options={(['sides', 'table'] as const).map((value) => ({ value, name: words.views[value] }))}
          onChange={onView}
        />
      </div>
    </div>
  );
}

function nameOf({ title, version }: ComparableText): string {
  if (version === null) return title;
  const { isBundled, keptSince } = version;
  const { versions } = words;
  const detail = isBundled
    ? versions.bundled
    : keptSince === null
      ? versions.unknown
      : versions.keptSince(dayOf(keptSince));
  return words.version(title, detail);
}

function Outcome({
  comparison,
  outcome,
  view,
}: {
  comparison: ComparisonState;
  outcome: ComparisonOutcome;
  view: View;
}) {
  switch (outcome.stage) {
    case 'comparing':
      return (
        <p className={styles.waiting} role="status">
          {words.comparing}
        </p>
      );
    case 'alone':
      return <Alone />;
    case 'unread':
    case 'failed':
      return (
        <div className={styles.message} role="alert">
          <EmptyState picture={<FileX2 {...picture} />} {...words[outcome.stage]} />
        </div>
      );
    case 'compared':
      if (view === 'table') return <RequirementsTable compared={outcome} titles={titlesOf(comparison)} />;
      return <SideBySide compared={outcome} isSameChoice={comparison.left === comparison.right} />;
  }
}

function titlesOf({ texts, left, right }: ComparisonState) {
  const titleOf = (key: string) => texts.find((text) => text.key === key)?.title ?? '';
  return { left: titleOf(left), right: titleOf(right) };
}

function Alone() {
  const close = useApp((state) => state.closeComparison);
  const choose = useApp((state) => state.chooseDocument);
  const { title, text } = words.alone;
  return (
    <EmptyState picture={<Columns2 {...picture} />} title={title} text={text}>
      <Button
        variant="outlined"
        onPress={() => {
          close();
          void choose();
        }}
      >
        {words.alone.import}
      </Button>
    </EmptyState>
  );
}
