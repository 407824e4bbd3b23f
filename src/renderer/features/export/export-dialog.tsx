import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import type { ExportOptions } from '#ipc/contract/export-contract';
import type { OperationError } from '#ipc/error-codes';
import { messages } from '#messages/zh-CN';
import { errorSentence } from '../../store/notices.ts';
import { useApp } from '../../store/use-app.ts';
import { type PdfExport, usePdfExport } from '../../store/use-pdf-export.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Segments } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ReportFrame } from '../../ui/report-frame.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './export-dialog.module.css';
import { type PreparedReport, useReportPreview } from './use-report-preview.ts';
import { type ScopeOptions, useScopeOptions } from './use-scope-options.ts';

const words = messages.exporting;
const layouts = [
  { value: 'official', name: words.layouts.official.name },
  { value: 'plain', name: words.layouts.plain.name },
] as const;

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const plan = useApp((state) => state.plan);
  return plan === null ? null : <ExportOfPlan plan={plan} onClose={onClose} />;
}

function ExportOfPlan({ plan, onClose }: { plan: PlanDocument; onClose: () => void }) {
  const exportOf = useApp((state) => state.exportOf);
  const [options, setOptions] = useState<ExportOptions>({
    document: plan.id,
    ...(exportOf === null ? {} : { annotations: exportOf }),
    layout: 'official',
    includeHighlights: true,
  });
  const { prepared, error } = useReportPreview(options);
  const pdf = usePdfExport(onClose);
  const scopes = useScopeOptions(plan);
  const close = () => {
    pdf.cancel();
    onClose();
  };
  return (
    <Dialog title={words.dialog} width={1000} onClose={close}>
      <div className={styles.columns}>
        <div className={styles.side}>
          <div className={styles.options} inert={pdf.running !== null}>
            <OptionFields scopes={scopes} options={options} onChange={setOptions} />
          </div>
          <div className={styles.outcome}>
            <Outcome prepared={prepared} pdf={pdf} />
            <JsonLdExport isDisabled={pdf.running !== null} annotations={scopes.idsOf(options)} onDone={onClose} />
          </div>
        </div>
        <div className={styles.preview}>
          {prepared === null ? <NoPreview error={error} /> : <ReportFrame report={prepared.report} />}
        </div>
      </div>
    </Dialog>
  );
}

interface OptionFieldsProps {
  scopes: ScopeOptions;
  options: ExportOptions;
  onChange: (options: ExportOptions) => void;
}

function OptionFields({ scopes, options, onChange }: OptionFieldsProps) {
  const { section: _section, annotations: _annotations, ...others } = options;
  return (
    <>
      <Select
        label={words.scope}
        value={scopes.choiceOf(options)}
        options={scopes.options}
        onChange={(chosen) => onChange({ ...others, ...scopes.scopeOf(chosen) })}
      />
      <div>
        <Segments
          label={words.layout}
          value={options.layout}
          options={layouts}
          onChange={(layout) => onChange({ ...options, layout })}
        />
        <p className={styles.hint}>{words.layouts[options.layout].description}</p>
      </div>
      <Checkbox
        isSelected={options.includeHighlights}
        onChange={(includeHighlights) => onChange({ ...options, includeHighlights })}
      >
        {words.includeHighlights}
      </Checkbox>
    </>
  );
}

/** How much will be exported, and the way there. */
function Outcome({ prepared, pdf }: { prepared: PreparedReport | null; pdf: PdfExport }) {
  return (
    <>
      {pdf.error === null ? null : (
        <p role="alert" className={styles.problem}>
          {errorSentence(pdf.error)}
          {pdf.error.detail === undefined ? null : <small>{pdf.error.detail}</small>}
        </p>
      )}
      <p role="status" className={styles.count}>
        {prepared === null ? null : words.count(prepared.entries, prepared.orphans)}
      </p>
      {pdf.progress === null ? (
        <Button
          variant="primary"
          isDisabled={prepared === null || pdf.running !== null}
          onPress={() => {
            if (prepared !== null) void pdf.save(prepared.report);
          }}
        >
          <FileDown size={16} strokeWidth={1.5} aria-hidden />
          {words.save}
        </Button>
      ) : (
        <SavingProgress progress={pdf.progress} onCancel={pdf.cancel} />
      )}
    </>
  );
}

interface JsonLdExportProps {
  /** `undefined`: all of the document. */
  annotations: readonly string[] | undefined;
  isDisabled: boolean;
  onDone: () => void;
}

/** The same part of the annotations as data, for other programs. */
function JsonLdExport({ annotations, isDisabled, onDone }: JsonLdExportProps) {
  const exportJsonLd = useApp((state) => state.exportJsonLd);
  const all = useApp((state) => state.annotations.length);
  const save = async () => {
    if (await exportJsonLd(annotations)) onDone();
  };
  return (
    <>
      <Button
        variant="outlined"
        isDisabled={isDisabled || (annotations?.length ?? all) === 0}
        onPress={() => void save()}
      >
        {words.saveJsonLd}
      </Button>
      <p className={styles.fileHint}>{words.jsonLdHint}</p>
    </>
  );
}

function SavingProgress({ progress, onCancel }: { progress: number; onCancel: () => void }) {
  return (
    <div className={styles.saving}>
      <Progress name={words.progress} text={words.saving} value={progress} />
      <Button variant="outlined" onPress={onCancel}>
        {words.cancel}
      </Button>
    </div>
  );
}

function NoPreview({ error }: { error: OperationError | null }) {
  if (error === null) return null;
  return (
    <p role={error.code === 'export-empty' ? 'status' : 'alert'} className={styles.nothing}>
      {error.code === 'export-empty' ? words.empty : errorSentence(error)}
    </p>
  );
}
