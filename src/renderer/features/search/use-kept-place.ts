import { type RefObject, useEffect, useRef } from 'react';

/** A result that stays where it is while the list around it changes. */
interface Anchor {
  key: string;
  /** CSS pixels below the upper edge of what is seen. */
  top: number;
  isSelected: boolean;
}

/**
 * Keeps what is seen of a list in its place when results come, go or change their order: the selected result, or else the
 * uppermost one in sight. Results of other words begin at the top, unless the selected one is among them.
 */
export function useKeptPlace(scroller: RefObject<HTMLElement | null>, words: string): void {
  const anchor = useRef<Anchor | undefined>(undefined);
  const latestWords = useRef(words);
  const isNew = useRef(false);
  useEffect(() => {
    isNew.current ||= latestWords.current !== words;
    latestWords.current = words;
  }, [words]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const remember = () => {
      anchor.current = anchorIn(element);
    };
    const keep = () => {
      const { current: before } = anchor;
      const option = before === undefined ? undefined : optionIn(element, before.key);
      if (before !== undefined && option !== undefined && (before.isSelected || !isNew.current)) {
        element.scrollTop += topIn(element, option) - before.top;
      } else if (isNew.current) element.scrollTop = 0;
      isNew.current = false;
      remember();
    };
    const observer = new MutationObserver(keep);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    const selection = new MutationObserver(remember);
    selection.observe(element, { attributes: true, attributeFilter: ['aria-selected'], subtree: true });
    element.addEventListener('scroll', remember, { passive: true });
    remember();
    return () => {
      observer.disconnect();
      selection.disconnect();
      element.removeEventListener('scroll', remember);
    };
  }, [scroller]);
}

function anchorIn(scroller: HTMLElement): Anchor | undefined {
  const options = optionsIn(scroller);
  const isSeen = (option: HTMLElement) => {
    const top = topIn(scroller, option);
    return top + option.offsetHeight > 0 && top < scroller.clientHeight;
  };
  const selected = options.find((option) => option.ariaSelected === 'true');
  const option = selected !== undefined && isSeen(selected) ? selected : options.find(isSeen);
  if (option?.dataset.key === undefined) return undefined;
  return { key: option.dataset.key, top: topIn(scroller, option), isSelected: option === selected };
}

function optionsIn(scroller: HTMLElement): HTMLElement[] {
  return [...scroller.querySelectorAll<HTMLElement>('[role="option"]')];
}

function optionIn(scroller: HTMLElement, key: string): HTMLElement | undefined {
  return optionsIn(scroller).find((option) => option.dataset.key === key);
}

function topIn(scroller: HTMLElement, option: HTMLElement): number {
  return option.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
