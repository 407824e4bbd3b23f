import { exportFormats } from '#core/report/export-format';
import { isAboutTasks, reportContents } from '#core/report/report-kinds';
import type { ExportChoice } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Checkbox, Segments } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { type ExportChoices, isWrittenFormat } from './export-choice.ts';
import styles from './export-dialog.module.css';
import type { ScopeOptions } from './use-scope-options.ts';

const words = messages.exporting;
const contents = reportContents.map((value) => ({ value, name: words.contents[value] }));
const formats = [...exportFormats, 'jsonld' as const].map((value) => ({ value, name: words.formats[value].name }));
const layouts = (['official', 'plain'] as const).map((value) => ({ value, name: words.layouts[value].name }));
const groups = (['none', 'department', 'status'] as const).map((value) => ({ value, name: words.groups[value] }));

interface ExportOptionFieldsProps {
  choices: ExportChoices;
  scopes: ScopeOptions;
  /** The report of these choices has contents. */
  hasContents: boolean;
}

/** What is exported and how; only what matters for the chosen content and format is asked. */
export function ExportOptionFields({ choices, scopes, hasContents }: ExportOptionFieldsProps) {
  const { choice, change, scope, setScope } = choices;
  const { content, format } = choice;
  const isPrinting = useApp((state) => state.isPrinting);
  const isWritten = isPrinting || isWrittenFormat(format);
  return (
    <>
      <Segments
        label={words.content}
        value={content}
        options={contents}
        onChange={(next) => change({ content: next })}
      />
      <Select
        label={words.scope}
        value={scopes.choiceOf(scope)}
        options={scopes.options}
        onChange={(chosen) => setScope(scopes.scopeOf(chosen))}
      />
      {isPrinting ? null : (
        <div>
          <Select
            label={words.format}
            value={format}
            options={content === 'plan' ? formats.filter(({ value }) => isWrittenFormat(value)) : formats}
            onChange={(value) => change({ format: value as ExportChoice['format'] })}
          />
          <p className={styles.hint}>{words.formats[format].description}</p>
        </div>
      )}
      {!isAboutTasks(content) && isWritten ? (
        <div>
          <Segments
            label={words.layout}
            value={choice.layout}
            options={layouts}
            onChange={(layout) => change({ layout })}
          />
          <p className={styles.hint}>{words.layouts[choice.layout].description}</p>
        </div>
      ) : null}
      {content === 'ledger' && isWritten ? (
        <Select
          label={words.group}
          value={choice.group ?? 'none'}
          options={groups}
          onChange={(value) => change({ group: value === 'department' || value === 'status' ? value : undefined })}
        />
      ) : null}
      {content === 'ledger' && format !== 'jsonld' ? <OrderChoice choices={choices} /> : null}
      <ExportChecks choices={choices} isWritten={isWritten} isPrinting={isPrinting} hasContents={hasContents} />
    </>
  );
}

/** Where the ledger is sorted on the screen: whether the file is, too. */
function OrderChoice({ choices: { choice, change } }: { choices: ExportChoices }) {
  const order = useApp((state) => state.view.ledgerOrder ?? null);
  if (order === null) return null;
  const column = messages.ledger.columns[order.column];
  const options = [
    { value: 'ledger', name: words.orders.ledger(column, order.isDescending) },
    { value: 'text', name: words.orders.text },
  ];
  return (
    <Select
      label={words.order}
      value={choice.inTextOrder === true ? 'text' : 'ledger'}
      options={options}
      onChange={(value) => change({ inTextOrder: value === 'text' })}
    />
  );
}

interface ExportChecksProps {
  choices: ExportChoices;
  isWritten: boolean;
  isPrinting: boolean;
  hasContents: boolean;
}

function ExportChecks({ choices, isWritten, isPrinting, hasContents }: ExportChecksProps) {
  const { choice, change } = choices;
  const { content, format, includeHighlights, signature } = choice;
  return (
    <div className={styles.checks}>
      {content === 'notes' && format !== 'jsonld' ? (
        <Checkbox isSelected={includeHighlights} onChange={(next) => change({ includeHighlights: next })}>
          {words.includeHighlights}
        </Checkbox>
      ) : null}
      {content === 'plan' ? (
        <Checkbox isSelected={choice.withNotes === true} onChange={(next) => change({ withNotes: next })}>
          {words.withNotes}
        </Checkbox>
      ) : null}
      {content === 'ledger' && format !== 'jsonld' && !isPrinting ? (
        <Checkbox isSelected={choice.byDepartment === true} onChange={(next) => change({ byDepartment: next })}>
          {words.departments.choice}
        </Checkbox>
      ) : null}
      {!isAboutTasks(content) && isWritten && !isPrinting ? (
        <Checkbox isSelected={hasContents} onChange={(next) => change({ hasContents: next })}>
          {words.hasContents}
        </Checkbox>
      ) : null}
      {isWritten ? (
        <Checkbox isSelected={signature} onChange={(next) => change({ signature: next })}>
          {words.signature}
        </Checkbox>
      ) : null}
    </div>
  );
}
