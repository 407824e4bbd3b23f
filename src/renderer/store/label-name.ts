import { isLabelId } from '#core/annotation/label';
import type { Settings } from '#core/settings/settings';
import { messages } from '#messages/zh-CN';

/** What the reader calls a label: their own name, the usual one, or the word another program wrote. */
export function labelName(settings: Settings, label: string): string {
  if (!isLabelId(label)) return label;
  return settings.labelNames[label] ?? messages.labels[label];
}
