import { Trash2 } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';

/** There is nothing of one kind in the recycle bin. */
export function EmptyBin({ title, text }: { title: string; text: string }) {
  return <EmptyState picture={<Trash2 size={32} strokeWidth={1.25} aria-hidden />} title={title} text={text} />;
}
