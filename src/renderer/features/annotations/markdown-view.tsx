import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { type ComponentProps, useLayoutEffect, useMemo, useRef } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { parseMarkdown } from '#core/markdown/parse-markdown';
import { taskMarks } from '#core/markdown/tasks';
import { useAppStore } from '../../store/use-app.ts';
import styles from './markdown-view.module.css';

interface MarkdownViewProps {
  markdown: string;
  onToggleTask?: (position: number) => void;
}

/** A note's Markdown as React elements, through the one allow-list; links open only after a question. */
export function MarkdownView({ markdown, onToggleTask }: MarkdownViewProps) {
  const view = useRef<HTMLDivElement>(null);
  const content = useMemo(
    () => toJsxRuntime(parseMarkdown(markdown), { Fragment, jsx, jsxs, components: { a: ExternalLink } }),
    [markdown],
  );
  // The parser's boxes cannot be ticked. They can when each is one of the source's tasks.
  useLayoutEffect(() => {
    const boxes = [...(view.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
    if (onToggleTask === undefined || boxes.length !== taskMarks(markdown).length) return undefined;
    const listeners = boxes.map((box, position) => {
      const toggle = () => onToggleTask(position);
      box.disabled = false;
      box.ariaLabel = box.closest('li')?.textContent?.trim() ?? '';
      box.addEventListener('change', toggle);
      return () => box.removeEventListener('change', toggle);
    });
    return () => {
      for (const remove of listeners) remove();
    };
  }, [markdown, onToggleTask]);
  return (
    <div ref={view} className={styles.markdown}>
      {content}
    </div>
  );
}

function ExternalLink({ href, children }: ComponentProps<'a'>) {
  const store = useAppStore();
  return (
    <a
      href={href}
      onClick={(event) => {
        event.preventDefault();
        if (href !== undefined) void store.getState().openLink(href);
      }}
    >
      {children}
    </a>
  );
}
