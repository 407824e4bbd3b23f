import { ListFilter } from 'lucide-react';
import type { Ref } from 'react';
import { messages } from '#messages/zh-CN';
import { Button } from './button.tsx';
import { filterOpener } from './filter-focus.ts';
import pane from './list-pane.module.css';

const words = messages.filtering;

/** The button that opens what a list can be narrowed by, with how many conditions do so. */
export function FilterOpener({ chosen, ref }: { chosen: number; ref?: Ref<HTMLButtonElement> }) {
  return (
    <Button
      {...(ref === undefined ? {} : { ref })}
      {...filterOpener}
      variant="outlined"
      aria-label={chosen === 0 ? words.open : words.openWith(chosen)}
    >
      <ListFilter size={15} strokeWidth={1.6} aria-hidden />
      {words.open}
      {chosen === 0 ? null : <span className={pane.badge}>{chosen}</span>}
    </Button>
  );
}
