import { isMac } from './command-keys.ts';

/** Whether something is written there, so that keys are the field's own. */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, [contenteditable]') &&
    !isResting(target)
  );
}

/** A field that only waits for the first character has the focus for something else, whose keys are meant until then. */
export function isResting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('[data-resting]');
}

/** Ctrl+A, ⌘A on macOS. */
export function isSelectAll({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'a' && (isMac ? metaKey : ctrlKey) && !altKey && !shiftKey;
}
