import { memo, useMemo, useState } from 'react';
import { isCutOff, type PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { BlockView, noMarks } from './block-view.tsx';
import { MarkedText, PlanMarks } from './marked-text.tsx';
import { isLong, leadPortions, type PageNode, type PortionRange, pageNodes, portionsOf } from './page-portions.ts';
import styles from './reading-pane.module.css';
import { beforeSections, createMarksSelector, type MarksSelector } from './section-marks.ts';
import { SectionView, useSectionMarks } from './section-view.tsx';
import { tableColumns } from './table-columns.ts';
import { PortionBox } from './text-portions.tsx';

interface PlanPageProps {
  plan: PlanDocument;
  /** What of the text is in the page. */
  portions: PortionRange;
}

/** The text as one page. Off the screen, the chapters of a long one are not laid out. */
export const PlanPage = memo(function PlanPage({ plan, portions: { from, to } }: PlanPageProps) {
  const [select] = useState(createMarksSelector);
  const chapters = useMemo(() => pageNodes(plan), [plan]);
  return (
    <PlanMarks plan={plan}>
      <article className={styles.page} data-long={isLong(plan) || undefined}>
        <Title plan={plan} select={select} from={from} to={to} />
        {chapters.map((node) =>
          isIn(node, from, to) ? (
            <section key={node.section.id} className={styles.chapter}>
              <Nested plan={plan} node={node} select={select} {...within(node, from, to)} />
            </section>
          ) : null,
        )}
      </article>
    </PlanMarks>
  );
});

/** What precedes the first section. Its beginning is always in the page: that is where the title is. */
const Title = memo(function Title({ plan, select, from, to }: PlanPartProps) {
  const marks = useSectionMarks(select, beforeSections);
  const isExcerpt = isCutOff(plan);
  const firstTitle = plan.blocks.findIndex(({ kind }) => kind === 'title');
  const lead = portionsOf(plan).slice(0, leadPortions(plan));
  return (
    <header className={styles.title}>
      {lead.map(({ blocks }, portion) =>
        portion === 0 || (portion >= from && portion < to) ? (
          <PortionBox key={blocks[0] ?? 0} isAlone={lead.length === 1} blocks={blocks}>
            {blocks.map((index) => {
              const block = plan.blocks[index];
              return block?.kind === 'title' ? (
                <TitleLine key={index} index={index} text={block.text} isFirst={index === firstTitle} />
              ) : (
                <BlockView
                  key={index}
                  index={index}
                  block={block}
                  marks={marks.get(index) ?? noMarks}
                  columns={tableColumns(plan).get(index)}
                />
              );
            })}
          </PortionBox>
        ) : null,
      )}
      {isExcerpt ? <p className={styles.excerpt}>{messages.reading.excerptNotice}</p> : null}
    </header>
  );
});

/** A title over several lines is one heading; what goes on below it looks the same. */
function TitleLine({ index, text, isFirst }: { index: number; text: string; isFirst: boolean }) {
  const Tag = isFirst ? 'h1' : 'p';
  return (
    <Tag className={styles.titleLine}>
      <span data-b={index}>
        <MarkedText block={index} text={text} from={0} />
      </span>
    </Tag>
  );
}

interface PlanPartProps extends PortionRange {
  plan: PlanDocument;
  select: MarksSelector;
}

/** Of a section and those inside it what lies from portion `from` up to `to`. */
const Nested = memo(function Nested({ plan, node, select, from, to }: PlanPartProps & { node: PageNode }) {
  const own = { from: Math.max(from, node.from), to: Math.min(to, node.ownTo) };
  return (
    <>
      {own.from < own.to ? (
        <SectionView
          plan={plan}
          section={node.section}
          select={select}
          portions={portionsOf(plan).slice(own.from, own.to)}
          isBegun={own.from === node.from}
          isAlone={node.ownTo - node.from === 1}
        />
      ) : null}
      {node.children.map((child) =>
        isIn(child, from, to) ? (
          <div key={child.section.id} className={styles.part} data-part>
            <Nested plan={plan} node={child} select={select} {...within(child, from, to)} />
          </div>
        ) : null,
      )}
    </>
  );
});

function isIn(node: PageNode, from: number, to: number): boolean {
  return node.to > from && node.from < to;
}

/** No more than concerns a section, so that it stays as it is while others come. */
function within(node: PageNode, from: number, to: number): PortionRange {
  return { from: Math.max(from, node.from), to: Math.min(to, node.to) };
}
