import { ALargeSmall } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import {
  columnWidthBounds,
  defaultSettings,
  fontSizeBounds,
  lineHeightBounds,
  type Theme,
} from '#core/settings/settings';
import { messages } from '#messages/zh-CN';
import { useApp } from '../../store/use-app.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox, Segments, Stepper } from '../../ui/choice.tsx';
import styles from './settings.module.css';

const words = messages.settings;
const themes: readonly { value: Theme; name: string }[] = [
  { value: 'system', name: messages.commands.themeSystem },
  { value: 'light', name: messages.commands.themeLight },
  { value: 'dark', name: messages.commands.themeDark },
  { value: 'sepia', name: messages.commands.themeSepia },
];

/** How the text looks; every change shows at once. */
export function ReadingSettings() {
  return (
    <DialogTrigger>
      <IconButton name={words.reading} icon={<ALargeSmall size={20} strokeWidth={1.5} />} />
      <Popover placement="bottom end" offset={6} className={styles.popover ?? ''}>
        <Dialog aria-label={words.reading} className={styles.popoverDialog ?? ''}>
          <ReadingChoices />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

export function ReadingChoices() {
  const settings = useApp((state) => state.settings);
  const change = useApp((state) => state.changeSettings);
  const { fontSize, lineHeight, columnWidth, theme } = settings;
  return (
    <div className={styles.choices}>
      <Segments
        label={words.theme}
        value={theme}
        options={themes}
        onChange={(chosen) => void change({ theme: chosen })}
      />
      <Stepper
        label={words.fontSize}
        value={fontSize}
        bounds={fontSizeBounds}
        format={words.pixels}
        onChange={(value) => void change({ fontSize: value })}
      />
      <Stepper
        label={words.lineHeight}
        value={lineHeight}
        bounds={lineHeightBounds}
        format={words.times}
        onChange={(value) => void change({ lineHeight: value })}
      />
      <Stepper
        label={words.columnWidth}
        value={columnWidth}
        bounds={columnWidthBounds}
        format={words.characters}
        onChange={(value) => void change({ columnWidth: value })}
      />
      <div>
        <Checkbox isSelected={settings.markMode ?? false} onChange={(markMode) => void change({ markMode })}>
          {words.markMode}
        </Checkbox>
        <p className={styles.hint}>{words.markModeHint}</p>
      </div>
      <div className={styles.restore}>
        <Button
          onPress={() =>
            void change({
              fontSize: defaultSettings.fontSize,
              lineHeight: defaultSettings.lineHeight,
              columnWidth: defaultSettings.columnWidth,
            })
          }
        >
          {words.restore}
        </Button>
      </div>
    </div>
  );
}
