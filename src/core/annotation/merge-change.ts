import type { Annotation, AnnotationChange } from './annotation.ts';
import { conflictHeading, conflictMark } from './label.ts';
import { storableBody } from './note-file.ts';
import { mergeTaskChange } from './task.ts';

/**
 * What has to be written so that neither side loses anything: `change` is what the reader wants, `base` what the reader
 * saw when they began, `current` what the file holds now. Where the file is as the reader saw it, the change is taken as it
 * is. Otherwise tags are merged one by one, and the other text is kept below the reader's own; label, placement and the
 * single values of a task are the reader's last choice.
 */
export function mergeChange(change: AnnotationChange, base: AnnotationChange, current: Annotation): AnnotationChange {
  const { task: wantedTask, ...others } = change;
  const task = wantedTask === undefined ? undefined : mergeTaskChange(wantedTask, base.task, current.task);
  return {
    ...others,
    ...(task === undefined ? {} : { task }),
    ...(change.tags === undefined ? {} : { tags: mergeTags(change.tags, base.tags ?? [], current.tags) }),
    ...(change.body === undefined ? {} : { body: mergeBodies(storableBody(change.body), base.body ?? '', current) }),
  };
}

/** The tags of the file, with those that the reader added and without those that the reader took away. */
function mergeTags(wanted: readonly string[], base: readonly string[], current: readonly string[]): string[] {
  if (JSON.stringify(base) === JSON.stringify(current)) return [...wanted];
  const removed = base.filter((tag) => !wanted.includes(tag));
  const added = wanted.filter((tag) => !base.includes(tag) && !current.includes(tag));
  return [...current.filter((tag) => !removed.includes(tag)), ...added];
}

function mergeBodies(wanted: string, base: string, { body, device, modified }: Annotation): string {
  if (body === storableBody(base) || body === wanted || wanted.includes(body)) return wanted;
  const heading = conflictHeading(device, modified);
  // The same change once more, because the answer to the first did not arrive.
  if (body.startsWith(`${wanted}\n\n${conflictMark}`)) return body;
  return `${wanted}\n\n${heading}\n\n${body}`;
}
