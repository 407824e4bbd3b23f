import { memo } from 'react';
import { evidenceOf, type PlacedAnnotation, quotedIn } from '#core/anchoring/place-annotations';
import { numberOfPath, sectionNumber } from '#core/plan/section-tree';
import { messages } from '#messages/zh-CN';
import { labelName } from '../../store/label-name.ts';
import type { OtherNotes } from '../../store/other-notes.ts';
import { useApp } from '../../store/use-app.ts';
import styles from './annotation-item.module.css';
import { ItemHead, ItemTags } from './item-parts.tsx';
import { NoteText } from './note-text.tsx';

interface OtherNoteProps {
  mark: PlacedAnnotation;
  of: OtherNotes;
}

/** An annotation of a document that is not open: it can be read, and leads there. */
export const OtherNote = memo(function OtherNote({ mark, of }: OtherNoteProps) {
  const { annotation, anchoring, section } = mark;
  const { plan, document, title } = of;
  const settings = useApp((state) => state.settings);
  const open = useApp((state) => state.openNote);
  const label = labelName(settings, annotation.label);
  const isPlaced = plan !== null && section !== undefined;
  const number = isPlaced ? sectionNumber(plan, section) : numberOfPath(annotation.target.sectionPath);
  const quote = plan === null ? evidenceOf(annotation).exact : quotedIn(plan, annotation);
  const name = messages.annotations.itemName(label, quote, number);
  return (
    <>
      <ItemHead mark={mark} label={label} number={number} isElsewhere />
      <button
        type="button"
        className={styles.quote}
        aria-label={messages.noteList.openElsewhere(name, title)}
        onClick={() => void open(document, annotation.id, anchoring.range)}
      >
        {quote}
      </button>
      {annotation.body === '' ? null : (
        <div className={styles.body}>
          <NoteText markdown={annotation.body} />
        </div>
      )}
      <ItemTags tags={annotation.tags} />
    </>
  );
});
