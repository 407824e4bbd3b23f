import { type RefObject, useEffect } from 'react';
import { canonicalText } from '#core/plan/canonical-text';
import type { PlanDocument } from '#core/plan/plan';
import { codePointLength } from '#core/text/code-points';
import { isSelectAll, isTextField } from '../../ui/key-events.ts';
import { blockElements, domRangeOf } from './document-offsets.ts';

/** Ctrl+A selects the plan's text and nothing else of the window, unless somebody else has a use for the key. */
export function useSelectAll(pane: RefObject<HTMLElement | null>, plan: PlanDocument | null): void {
  useEffect(() => {
    const { current } = pane;
    if (current === null || plan === null) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isSelectAll(event) || isTextField(event.target)) return;
      event.preventDefault();
      // What floats above the text has nothing to select, and what is behind it is not meant.
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') !== null) return;
      const whole = domRangeOf(plan, blockElements(current), { start: 0, end: codePointLength(canonicalText(plan)) });
      if (whole === undefined) return;
      document
        .getSelection()
        ?.setBaseAndExtent(whole.startContainer, whole.startOffset, whole.endContainer, whole.endOffset);
    };
    // After the document, where lists listen.
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [pane, plan]);
}
