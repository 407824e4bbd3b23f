import { ChevronLeft, ChevronRight, ListTodo, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import styles from './presentation-screen.module.css';
import { isBare, SlideView, slideTitle } from './slide-view.tsx';
import { TotalsView } from './totals-view.tsx';
import { type Page, usePages, useSlides } from './use-slides.ts';

const words = messages.presentation;

interface PresentationScreenProps {
  /** Begins with the clause that is being read, not with the totals. */
  isFromHere: boolean;
  /** Shows the Markdown of a note. */
  note: (markdown: string) => ReactNode;
  onClose: () => void;
}

/** What there is in all, then one clause after the other over the whole screen, with what the school has written about it. */
export function PresentationScreen(props: PresentationScreenProps) {
  const plan = useApp((state) => state.plan);
  return plan === null ? null : <Presentation {...props} plan={plan} />;
}

function Presentation({ plan, isFromHere, note, onClose }: PresentationScreenProps & { plan: PlanDocument }) {
  const store = useAppStore();
  const { slides, narrowedBy } = useSlides(plan);
  const [start] = useState(() =>
    isFromHere ? (store.getState().currentSection ?? plan.sections[0]?.id ?? null) : null,
  );
  const { pages, index, atEnd, go } = usePages(plan, slides, start);
  const page = pages[index];
  const { isTasksOnly, toggleTasksOnly } = useTasksOnly();
  const content = useRef<HTMLElement>(null);
  useFullScreen();
  useEffect(() => content.current?.focus(), []);
  const end = () => {
    if (page?.slide?.section !== undefined) store.getState().goTo({ section: page.slide.section.id });
    onClose();
  };
  const isTabbing = useKeys((event) => actionOf(event, { index, last: pages.length - 1, go, toggleTasksOnly, end }));
  return (
    <Frame kind={kindOf(page)} isTabbing={isTabbing}>
      <header className={styles.head}>
        <span className={styles.title}>{plan.title}</span>
        {narrowedBy === null ? null : <span className={styles.narrowed}>{words.narrowed[narrowedBy]}</span>}
      </header>
      {page === undefined ? (
        <p className={styles.nothing}>{isTasksOnly ? words.noTasks : words.nothing}</p>
      ) : page.slide === undefined ? (
        <TotalsView ref={content} plan={plan} slides={slides} isTasksOnly={isTasksOnly} />
      ) : (
        <SlideView key={page.id} ref={content} plan={plan} slide={page.slide} note={note} />
      )}
      <Bar plan={plan} page={page} index={index} count={pages.length} atEnd={atEnd} onGo={go} onEnd={end}>
        <Button aria-pressed={isTasksOnly} aria-keyshortcuts="T" onPress={toggleTasksOnly}>
          <ListTodo size={24} strokeWidth={1.75} aria-hidden />
          {words.tasksOnly}
          <kbd aria-hidden>T</kbd>
        </Button>
      </Bar>
    </Frame>
  );
}

function kindOf(page: Page | undefined): 'nothing' | 'totals' | 'slide' | 'clause' {
  if (page === undefined) return 'nothing';
  if (page.slide === undefined) return 'totals';
  return isBare(page.slide) ? 'clause' : 'slide';
}

interface FrameProps {
  kind: ReturnType<typeof kindOf>;
  isTabbing: boolean;
  children: ReactNode;
}

function Frame({ kind, isTabbing, children }: FrameProps) {
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isKeyboardDismissDisabled>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.screen ?? ''} aria-label={words.title}>
          <div className={styles.frame} data-kind={kind} data-tabbing={isTabbing || undefined}>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface BarProps {
  plan: PlanDocument;
  page: Page | undefined;
  index: number;
  count: number;
  atEnd: 'first' | 'last' | null;
  onGo: (index: number) => void;
  onEnd: () => void;
  /** Before everything else. */
  children: ReactNode;
}

function Bar({ plan, page, index, count, atEnd, onGo, onEnd, children }: BarProps) {
  const said = atEnd === null ? '' : words.atEnd[atEnd];
  const title = page?.slide === undefined ? words.totals.title : slideTitle(plan, page.slide);
  return (
    <footer className={styles.bar}>
      <div className={styles.choice}>{children}</div>
      <div className="visually-hidden" role="status">
        {page === undefined ? '' : said || words.announced(index + 1, count, title)}
      </div>
      <span className={styles.end} aria-hidden>
        {said}
      </span>
      <IconButton
        name={words.previous}
        keys="←"
        placement="top"
        icon={<ChevronLeft size={40} strokeWidth={1.75} />}
        isDisabled={index === 0}
        onPress={() => onGo(index - 1)}
      />
      <span className={styles.position} aria-hidden>
        {count === 0 ? '' : words.position(index + 1, count)}
      </span>
      <IconButton
        name={words.next}
        keys="→"
        placement="top"
        icon={<ChevronRight size={40} strokeWidth={1.75} />}
        isDisabled={index >= count - 1}
        onPress={() => onGo(index + 1)}
      />
      <IconButton name={words.end} placement="top" icon={<X size={34} strokeWidth={1.75} />} onPress={onEnd} />
    </footer>
  );
}

interface Steps {
  index: number;
  last: number;
  go: (index: number) => void;
  toggleTasksOnly: () => void;
  end: () => void;
}

function actionOf(event: KeyboardEvent, { index, last, go, toggleTasksOnly, end }: Steps): (() => void) | undefined {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  // A button or a link has its own use for the space bar.
  const isPressed = event.target instanceof Element && event.target.closest('button, a, input') !== null;
  switch (event.key) {
    case 'ArrowRight':
    case 'PageDown':
      return () => go(index + 1);
    case ' ':
      return isPressed ? undefined : () => go(index + 1);
    case 'ArrowLeft':
    case 'PageUp':
      return () => go(index - 1);
    case 'Home':
      return () => go(0);
    case 'End':
      return () => go(last);
    case 't':
    case 'T':
      return toggleTasksOnly;
    case 'Escape':
      return end;
    default:
      return undefined;
  }
}

/** Notes are left out as long as the reader wants tasks only, also the next time. */
function useTasksOnly() {
  const isTasksOnly = useApp((state) => state.view.presentsTasksOnly ?? false);
  const changeView = useApp((state) => state.changeView);
  return { isTasksOnly, toggleTasksOnly: () => changeView({ presentsTasksOnly: !isTasksOnly }) };
}

/**
 * Before any part of the page: Escape would only close the tooltip of a button. Tells whether the reader goes from control to
 * control: a slide that only has the focus to be scrolled needs no sign of it.
 */
function useKeys(actionFor: (event: KeyboardEvent) => (() => void) | undefined): boolean {
  const [isTabbing, setTabbing] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      setTabbing(event.key === 'Tab');
      const action = actionFor(event);
      if (action === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  });
  return isTabbing;
}

/** The window fills the screen as long as the slides are shown, and then is as it was. */
function useFullScreen(): void {
  const store = useAppStore();
  useEffect(() => {
    void store.getState().fillScreen(true);
    return () => void store.getState().fillScreen(false);
  }, [store]);
}
