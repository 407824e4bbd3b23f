import { Input, Label, TextField } from 'react-aria-components';
import { messages } from '#messages/zh-CN';
import type { DocumentPreview } from '../../store/document-import.ts';
import { documentNamed, foundTitle, freeTitle } from '../../store/import-targets.ts';
import { useApp } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import fieldStyles from '../../ui/field.module.css';
import { Select } from '../../ui/select.tsx';
import styles from './import-preview.module.css';

const words = { ...messages.importing.preview, dropQueue: messages.importing.dropQueue };
const { cancel, save: saveWord, saving } = messages.importing;

/** What the document is to become: a new one, or the text of one that is there. */
export function ImportTarget({ preview }: { preview: DocumentPreview }) {
  const setTarget = useApp((state) => state.setImportTarget);
  const { target, likely, choices, isSaving } = preview;
  const named = choices.find(({ id }) => id === (target ?? likely));
  const isUpdate = target !== null;
  return (
    <footer className={styles.foot}>
      <div className={styles.target}>
        {likely === null || named === undefined ? (
          <Select
            label={words.as}
            value={target ?? ''}
            options={[
              { value: '', name: words.asNew },
              ...choices.map(({ id, title }) => ({ value: id, name: words.asFull(title) })),
            ]}
            onChange={(id) => void setTarget(id === '' ? null : id)}
          />
        ) : (
          <Segments
            label={words.likely(named.title, named.isBundled)}
            value={isUpdate ? 'yes' : 'no'}
            options={[
              { value: 'yes', name: words.yes(named.isBundled) },
              { value: 'no', name: words.no },
            ]}
            onChange={(answer) => void setTarget(answer === 'yes' ? likely : null)}
          />
        )}
        {isUpdate && named !== undefined ? (
          <p>{likely === null ? words.keepsTitle(named.title) : words.likelyText}</p>
        ) : (
          <TitleField preview={preview} />
        )}
        {preview.carried > 0 ? <p>{words.carried(preview.carried)}</p> : null}
      </div>
      <SaveButtons isSaving={isSaving} isEmpty={preview.outlined?.characters === 0} />
    </footer>
  );
}

/** The name of a new document. One that another has is no mistake, but hard to tell apart: another is proposed. */
function TitleField({ preview: { title, fileName, outlined, choices } }: { preview: DocumentPreview }) {
  const setTitle = useApp((state) => state.setImportTitle);
  const same = documentNamed(choices, title);
  const avoided = outlined === null ? undefined : documentNamed(choices, foundTitle(fileName, outlined));
  const free = freeTitle(title, choices);
  return (
    <>
      <TextField className={fieldStyles.field ?? ''} value={title} onChange={setTitle} maxLength={200}>
        <Label className={fieldStyles.label ?? ''}>{words.title}</Label>
        <Input className={fieldStyles.input ?? ''} />
      </TextField>
      <p role="status" className={styles.sameName}>
        {same !== undefined ? (
          <>
            {words.sameName(same.title)}
            <Button variant="outlined" onPress={() => setTitle(free)}>
              {words.otherName(free)}
            </Button>
          </>
        ) : avoided !== undefined ? (
          words.avoidedName(avoided.title)
        ) : null}
      </p>
    </>
  );
}

function SaveButtons({ isSaving, isEmpty }: { isSaving: boolean; isEmpty: boolean }) {
  const save = useApp((state) => state.saveImport);
  const close = useApp((state) => state.closeDocumentImport);
  const queue = useApp((state) => state.importQueue);
  const dropQueue = useApp((state) => state.dropQueue);
  const left = queue === null ? 0 : queue.total - queue.at;
  return (
    <div className={styles.actions}>
      {left > 0 ? <Button onPress={dropQueue}>{words.dropQueue(left)}</Button> : null}
      <Button variant="outlined" onPress={close}>
        {cancel}
      </Button>
      <Button variant="primary" isDisabled={isSaving || isEmpty} onPress={() => void save()}>
        {isSaving ? saving : saveWord}
      </Button>
    </div>
  );
}
