import { labelIds } from '#core/annotation/annotation';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/field.tsx';
import { DeadlineChoices } from './deadline-choices.tsx';
import { ReadingChoices } from './reading-settings.tsx';
import styles from './settings.module.css';

const words = messages.settings;

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const store = useAppStore();
  const settings = useApp((state) => state.settings);
  const folder = useApp((state) => state.folder);
  const change = useApp((state) => state.changeSettings);
  return (
    <Dialog title={words.title} width={560} onClose={onClose}>
      <div className={styles.sections}>
        <section>
          <h3>{words.folder}</h3>
          <p className={styles.path}>{folder?.path}</p>
          {folder === null || folder.state === 'ready' ? null : (
            <p className={styles.problem}>{words.folderStates[folder.state]}</p>
          )}
          <p className={styles.hint}>{words.folderHint}</p>
          <div className={styles.buttons}>
            <Button variant="outlined" onPress={() => void store.getState().chooseFolder()}>
              {words.changeFolder}
            </Button>
            <Button onPress={() => void store.getState().revealFolder()}>{words.openFolder}</Button>
          </div>
        </section>
        <section>
          <h3>{words.reading}</h3>
          <ReadingChoices />
        </section>
        <section>
          <h3>{words.labels}</h3>
          <div className={styles.labels}>
            {labelIds.map((label) => (
              <div key={label} data-label={label}>
                <i />
                <TextInput
                  label={messages.labels[label]}
                  placeholder={messages.labels[label]}
                  value={settings.labelNames[label] ?? ''}
                  maxLength={12}
                  onChange={(name) => {
                    const { [label]: _previous, ...others } = store.getState().settings.labelNames;
                    void change({ labelNames: name === '' ? others : { ...others, [label]: name } });
                  }}
                />
              </div>
            ))}
          </div>
          <p className={styles.hint}>{words.labelsHint}</p>
        </section>
        <section>
          <h3>{messages.ledger.rule.title}</h3>
          <DeadlineChoices />
        </section>
        <section>
          <h3>{words.author}</h3>
          <TextInput
            label={words.author}
            value={settings.author}
            maxLength={60}
            onChange={(author) => void change({ author })}
          />
          <p className={styles.hint}>{words.authorHint}</p>
        </section>
      </div>
    </Dialog>
  );
}
