import type { QuickItem } from '#core/search/quick-match';
import type { CommandName } from '#ipc/commands';

/** What Enter does with a row. */
export type QuickTarget =
  | { kind: 'section'; document: string; section: string }
  | { kind: 'document'; document: string }
  | { kind: 'command'; command: CommandName }
  | { kind: 'search'; query: string };

/** One thing that can be opened. Its name is matched together with the number before it, where it has one. */
export interface QuickEntry extends QuickItem {
  id: string;
  target: QuickTarget;
  /** The number as a list shows it; empty without one. */
  number: string;
  name: string;
  /** Where it belongs. */
  detail: string;
  keys?: string | undefined;
  /** Why it cannot be had now. */
  obstacle?: string | undefined;
}

export const neverUsed = Number.POSITIVE_INFINITY;
