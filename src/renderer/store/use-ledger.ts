import { useCallback, useSyncExternalStore } from 'react';
import type { PlacedAnnotation } from '#core/anchoring/place-annotations';
import type { Annotation } from '#core/annotation/annotation';
import { formatTimestamp } from '#core/annotation/timestamp';
import { deadlineOf, deadlinePresets } from '#core/ledger/deadline';
import { type LedgerOptions, type LedgerRow, ledgerRows } from '#core/ledger/ledger-rows';
import { standingOf, type TaskStanding } from '#core/ledger/task-standing';
import type { PlanDocument } from '#core/plan/plan';
import type { AppState } from './app-store.ts';
import { placedNotes, usePlacedNotes } from './placed-annotations.ts';
import { useApp } from './use-app.ts';

const none: LedgerRow[] = [];

/** All tasks of the open document, in the order of its text. */
export function useLedger(): readonly LedgerRow[] {
  const plan = useApp((state) => state.plan);
  const rule = useApp(ruleOf);
  const placed = usePlacedNotes();
  const today = useToday();
  return plan === null ? none : rowsOf(plan, placed, { rule, today });
}

/** The same of a state, for those who ask for a part of it. */
export function ledgerOf(state: AppState, today: string): readonly LedgerRow[] {
  return state.plan === null ? none : rowsOf(state.plan, placedNotes(state), { rule: ruleOf(state), today });
}

/** Answers how an annotation stands, if it is a task. */
export function useStandingOf(): (annotation: Annotation) => TaskStanding | undefined {
  const rule = useApp(ruleOf);
  const today = useToday();
  return useCallback(
    ({ task, created }) => task && standingOf(task, deadlineOf(task, { rule, since: created.slice(0, 10), today })),
    [rule, today],
  );
}

function ruleOf({ settings }: AppState) {
  return settings.deadlineRule ?? deadlinePresets.days;
}

const computed = new WeakMap<readonly PlacedAnnotation[], { options: LedgerOptions; rows: LedgerRow[] }>();

/** Made once for all who show them. A list of placed annotations belongs to one text. */
function rowsOf(plan: PlanDocument, placed: readonly PlacedAnnotation[], options: LedgerOptions): LedgerRow[] {
  const known = computed.get(placed);
  if (known?.options.rule === options.rule && known.options.today === options.today) return known.rows;
  const rows = ledgerRows(plan, placed, options);
  computed.set(placed, { options, rows });
  return rows;
}

/** The local day, `2026-11-26`; a window that stays open over midnight gets the next one. */
export function useToday(): string {
  return useSyncExternalStore(everyMinute, localDay);
}

export function localDay(): string {
  return formatTimestamp(new Date()).slice(0, 10);
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all: every mark in the margin asks for the day. */
function everyMinute(onChange: () => void): () => void {
  listeners.add(onChange);
  timer ??= setInterval(() => {
    for (const listener of listeners) listener();
  }, 60_000);
  return () => {
    listeners.delete(onChange);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
