import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { type ComponentProps, useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { parseMarkdown } from '#core/markdown/parse-markdown';
import { useAppStore } from '../../store/use-app.ts';
import styles from './markdown-view.module.css';

/** A note's Markdown as React elements, through the one allow-list; links open only after a question. */
export function MarkdownView({ markdown }: { markdown: string }) {
  const content = useMemo(
    () => toJsxRuntime(parseMarkdown(markdown), { Fragment, jsx, jsxs, components: { a: ExternalLink } }),
    [markdown],
  );
  return <div className={styles.markdown}>{content}</div>;
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
