import { useState } from 'react';
import { isAboutTasks, type ReportContent } from '#core/report/report-kinds';
import type { ExportChoice } from '#core/settings/settings';
import type { ExportOptions } from '#ipc/contract/export-contract';
import { useLedgerColumns } from '../../store/listed-tasks.ts';
import { useApp } from '../../store/use-app.ts';
import { useNarrowedIds } from '../../store/use-narrowed-ids.ts';
import type { ExportScope } from './use-scope-options.ts';

const usual: ExportChoice = {
  content: 'notes',
  format: 'pdf',
  layout: 'official',
  includeHighlights: true,
  signature: false,
};

/** The formats that have headings and paragraphs. */
export function isWrittenFormat(format: ExportChoice['format']): boolean {
  return format !== 'csv' && format !== 'xlsx' && format !== 'jsonld';
}

export interface ExportChoices {
  choice: ExportChoice;
  /** A field that is `undefined` is no longer chosen. */
  change: (change: { [Field in keyof ExportChoice]?: ExportChoice[Field] | undefined }) => void;
  scope: ExportScope;
  setScope: (scope: ExportScope) => void;
  /** What the report is made from. */
  options: ExportOptions;
}

/**
 * How the reader wants the report: as the last time, unless the dialog was opened for something else, of what the list beside
 * the text shows.
 */
export function useExportChoices(document: string): ExportChoices {
  const exportOf = useApp((state) => state.exportOf);
  const exportContent = useApp((state) => state.exportContent);
  const remembered = useApp((state) => state.view.exportChoice ?? usual);
  const isPrinting = useApp((state) => state.isPrinting);
  const changeView = useApp((state) => state.changeView);
  const [content, setContent] = useState(exportContent ?? remembered.content);
  const scopeFor = useUsualScope();
  const [scope, setScope] = useState<ExportScope>(() =>
    exportOf === null ? scopeFor(content) : { annotations: exportOf },
  );
  const [isPlanSigned, setIsPlanSigned] = useState(false);
  // Spreadsheets and files of annotations hold no text of a plan.
  const isSheet = !isWrittenFormat(remembered.format);
  const ofPlan = { signature: isPlanSigned, ...(isSheet && { format: 'pdf' as const }) };
  const choice = { ...remembered, content, ...(content === 'plan' && ofPlan) };
  const change: ExportChoices['change'] = (changed) => {
    // The text itself is signed once in a while, reports of it every time.
    if (content === 'plan' && changed.signature !== undefined) return setIsPlanSigned(changed.signature);
    // What was only taken for this once is not remembered: what the dialog was opened for, and that this is written.
    const lasting = isPrinting ? { ...changed, content: remembered.content } : changed;
    const { group, ...others } = { ...remembered, ...lasting };
    changeView({ exportChoice: { ...others, ...(group !== undefined && { group }) } as ExportChoice });
    if (changed.content === undefined || changed.content === content) return;
    setContent(changed.content);
    setScope(scopeFor(changed.content));
  };
  return { choice, change, scope, setScope, options: useOptions(document, choice, scope) };
}

/** What the list beside the text is narrowed to, of the content that it shows. */
function useUsualScope(): (content: ReportContent) => ExportScope {
  const notes = useNarrowedIds('notes');
  const tasks = useNarrowedIds('ledger');
  return (content) => {
    if (content === 'plan') return {};
    const narrowed = isAboutTasks(content) ? tasks : notes;
    return narrowed === null || narrowed.length === 0 ? {} : { annotations: [...narrowed] };
  };
}

function useOptions(document: string, choice: ExportChoice, scope: ExportScope): ExportOptions {
  const isPrinting = useApp((state) => state.isPrinting);
  const columns = useLedgerColumns();
  const order = useApp((state) => state.view.ledgerOrder ?? null);
  const { content, layout, includeHighlights, group, signature, hasContents } = choice;
  return {
    document,
    content,
    layout: isAboutTasks(content) ? 'table' : layout,
    includeHighlights: content !== 'plan' && includeHighlights,
    columns: [...columns],
    signature,
    // Pages of contents are made with a file only.
    ...(isPrinting ? { hasContents: false } : hasContents !== undefined && { hasContents }),
    ...(content === 'ledger' && group !== undefined && { group }),
    ...(content === 'ledger' && order !== null && choice.inTextOrder !== true && { order }),
    ...scope,
    ...(content === 'plan' && choice.withNotes !== true && { annotations: [] }),
  };
}
