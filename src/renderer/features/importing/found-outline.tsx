import { Info, TriangleAlert } from 'lucide-react';
import type { RemarkCode } from '#core/importing/read-document';
import type { PreviewLine } from '#core/outline/preview-lines';
import type { PlanDiagnostic, PlanDocument } from '#core/plan/plan';
import { sectionNumber } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import styles from './found-outline.module.css';

const words = messages.importing;

interface FoundOutlineProps {
  plan: PlanDocument;
  lines: readonly PreviewLine[];
  remarks: readonly RemarkCode[];
  unplaced: number;
  /** Shows the line with this index. */
  onGoTo: (line: number) => void;
}

/** The outline that was found, with what is odd about it; each leads to its line. */
export function FoundOutline({ plan, lines, remarks, unplaced, onGoTo }: FoundOutlineProps) {
  const lineOf = new Map<string, number>();
  for (const [index, { section, level }] of lines.entries()) {
    if (section !== undefined && (level !== undefined || !lineOf.has(section))) lineOf.set(section, index);
  }
  const notable = plan.diagnostics.filter(({ code }) => code !== 'contents' && code !== 'inferred-parent');
  return (
    <nav className={styles.pane} aria-label={words.preview.outline}>
      {notable.length > 0 ? (
        <details className={styles.diagnostics} open={notable.length <= 4}>
          <summary className={styles.summary}>
            <TriangleAlert size={15} strokeWidth={1.5} className={styles.icon} aria-hidden />
            {words.preview.diagnostics(notable.length)}
          </summary>
          <ul>
            {notable.slice(0, 200).map((diagnostic) => {
              const line = diagnostic.section === undefined ? undefined : lineOf.get(diagnostic.section);
              const text = sentenceOf(plan, diagnostic);
              return (
                <li key={`${diagnostic.code} ${diagnostic.section} ${diagnostic.block}`}>
                  {line === undefined ? (
                    <span>{text}</span>
                  ) : (
                    <button type="button" className={styles.link} onClick={() => onGoTo(line)}>
                      {text}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </details>
      ) : null}
      {remarks.length + unplaced > 0 ? (
        <ul className={styles.remarks} aria-label={words.preview.remarks}>
          {remarks.map((remark) => (
            <li key={remark}>
              <Info size={15} strokeWidth={1.5} className={styles.icon} aria-hidden />
              {words.remarks[remark]}
            </li>
          ))}
          {unplaced > 0 ? (
            <li>
              <Info size={15} strokeWidth={1.5} className={styles.icon} aria-hidden />
              {words.preview.unplaced(unplaced)}
            </li>
          ) : null}
        </ul>
      ) : null}
      <h4 className={styles.heading}>{words.preview.outline}</h4>
      {plan.sections.length === 0 ? <p className={styles.nothing}>{words.preview.noOutline}</p> : null}
      <ol className={styles.sections}>
        {plan.sections.map(({ id, level, ordinal, heading }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.section}
              data-level={Math.min(level, 4)}
              data-missing={heading === undefined || undefined}
              onClick={() => onGoTo(lineOf.get(id) ?? 0)}
            >
              {ordinal}
              {heading ?? words.preview.missingHeading}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function sentenceOf(plan: PlanDocument, { code, section }: PlanDiagnostic): string {
  return messages.diagnostics[code](section === undefined ? '' : sectionNumber(plan, section));
}
