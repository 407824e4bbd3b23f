import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { type Slide, slideAt } from '#core/overview/slides';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './presentation-screen.module.css';
import { SlideView, slideTitle } from './slide-view.tsx';
import { useSlides } from './use-slides.ts';

const words = messages.presentation;

interface PresentationScreenProps {
  /** Shows the Markdown of a note. */
  note: (markdown: string) => ReactNode;
  onClose: () => void;
}

/** One clause after the other over the whole screen, with what the school has written about it. */
export function PresentationScreen(props: PresentationScreenProps) {
  const plan = useApp((state) => state.plan);
  return plan === null ? null : <Presentation {...props} plan={plan} />;
}

function Presentation({ plan, note, onClose }: PresentationScreenProps & { plan: PlanDocument }) {
  const store = useAppStore();
  const { slides, narrowedBy } = useSlides(plan);
  const { index, go } = useSlideAt(slides, () => slideAt(plan, slides, store.getState().currentSection));
  const slide = slides[index];
  const content = useRef<HTMLElement>(null);
  useFullScreen();
  useEffect(() => content.current?.focus(), []);
  const end = () => {
    if (slide?.section !== undefined) store.getState().goTo({ section: slide.section.id });
    onClose();
  };
  useKeys((event) => actionOf(event, { index, last: slides.length - 1, go, end }));
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isKeyboardDismissDisabled>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.screen ?? ''} aria-label={words.title}>
          <div className={styles.frame}>
            <header className={styles.head}>
              <span>{plan.title}</span>
              {narrowedBy === null ? null : <span className={styles.narrowed}>{words.narrowed[narrowedBy]}</span>}
            </header>
            {slide === undefined ? (
              <p className={styles.nothing}>{words.nothing}</p>
            ) : (
              <SlideView key={slide.id} ref={content} plan={plan} slide={slide} note={note} />
            )}
            <Bar plan={plan} slide={slide} index={index} count={slides.length} onGo={go} onEnd={end} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface BarProps {
  plan: PlanDocument;
  slide: Slide | undefined;
  index: number;
  count: number;
  onGo: (index: number) => void;
  onEnd: () => void;
}

function Bar({ plan, slide, index, count, onGo, onEnd }: BarProps) {
  return (
    <footer className={styles.bar}>
      <div className="visually-hidden" role="status">
        {slide === undefined ? '' : words.announced(index + 1, count, slideTitle(plan, slide))}
      </div>
      <IconButton
        name={words.previous}
        keys="←"
        placement="top"
        icon={<ChevronLeft size={20} strokeWidth={1.5} />}
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
        icon={<ChevronRight size={20} strokeWidth={1.5} />}
        isDisabled={index >= count - 1}
        onPress={() => onGo(index + 1)}
      />
      <IconButton name={words.end} placement="top" icon={<X size={20} strokeWidth={1.5} />} onPress={onEnd} />
    </footer>
  );
}

interface Steps {
  index: number;
  last: number;
  go: (index: number) => void;
  end: () => void;
}

function actionOf(event: KeyboardEvent, { index, last, go, end }: Steps): (() => void) | undefined {
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
    case 'Escape':
      return end;
    default:
      return undefined;
  }
}

/** The slide that is shown: the same one when others come and go before it; where it goes itself, the one in its place. */
function useSlideAt(slides: readonly Slide[], start: () => number) {
  const at = (index: number) => ({ id: slides[index]?.id, index });
  const [held, hold] = useState(() => at(start()));
  const found = slides.findIndex(({ id }) => id === held.id);
  const last = Math.max(0, slides.length - 1);
  if (found >= 0 && found !== held.index) hold({ ...held, index: found });
  return {
    index: found >= 0 ? found : Math.min(held.index, last),
    go: (index: number) => hold(at(Math.min(last, Math.max(0, index)))),
  };
}

/** Before any part of the page: Escape would only close the tooltip of a button. */
function useKeys(actionFor: (event: KeyboardEvent) => (() => void) | undefined): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionFor(event);
      if (action === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}

/** The window fills the screen as long as the slides are shown, and then is as it was. */
function useFullScreen(): void {
  const store = useAppStore();
  useEffect(() => {
    void store.getState().fillScreen(true);
    return () => void store.getState().fillScreen(false);
  }, [store]);
}
