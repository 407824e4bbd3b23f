import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { TextVersion } from '#ipc/contract/library-contract';
import { messages } from '#messages/zh-CN';
import { useApp, useAppStore } from '../../store/use-app.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { momentInWords } from '../../ui/moment.ts';
import styles from './versions-dialog.module.css';

const words = messages.review.versions;

/** Every text of the document that is kept, with the notes that refer to it. */
export function VersionsDialog({ onClose }: { onClose: () => void }) {
  const store = useAppStore();
  const plan = useApp((state) => state.plan);
  const listVersions = useApp((state) => state.listVersions);
  const annotations = useApp((state) => state.annotations);
  const [versions, setVersions] = useState<readonly TextVersion[] | null>(null);
  useEffect(() => {
    let isWanted = plan !== null;
    const load = async () => {
      const list = await listVersions();
      if (isWanted) setVersions(list ?? []);
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [listVersions, plan]);
  const use = async (hash: string) => {
    if (await store.getState().useVersion(hash)) onClose();
  };
  const known = new Set(versions?.map(({ hash }) => hash));
  const strays = annotations.filter(({ target }) => !known.has(target.textHash)).length;
  return (
    <Dialog title={words.title} width={600} onClose={onClose}>
      <p className={styles.intro}>{words.intro}</p>
      {versions === null ? (
        <p className={styles.intro}>{words.loading}</p>
      ) : (
        <ul className={styles.list} aria-label={words.list}>
          {versions.map((version) => (
            <li key={version.hash} className={styles.version} aria-label={nameOf(version)}>
              <div>
                <h3>{nameOf(version)}</h3>
                <p title={messages.library.charactersHint}>
                  {words.size(version.characters, version.sections)} · {sinceWords(version)}
                </p>
                <p>{words.notes(...notesOf(annotations, version.hash))}</p>
              </div>
              {version.isInUse ? (
                <span className={styles.inUse}>
                  <Check size={15} strokeWidth={2} aria-hidden />
                  {words.inUse}
                </span>
              ) : (
                <Button variant="outlined" onPress={() => void use(version.hash)}>
                  {words.use}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {versions === null || strays === 0 ? null : <p className={styles.intro}>{words.missing(strays)}</p>}
    </Dialog>
  );
}

/** How many were made on a text, and how many of those of other texts the reader has placed in it. */
function notesOf(annotations: readonly Annotation[], hash: string): [made: number, placed: number] {
  const made = annotations.filter(({ target }) => target.textHash === hash).length;
  const placed = annotations.filter(
    ({ target, placement }) => target.textHash !== hash && placement?.textHash === hash,
  );
  return [made, placed.length];
}

/** The file that it came from tells a text from others, which mostly have the same title. */
function nameOf({ source, isBundled, title }: TextVersion): string {
  if (source !== null) return source.fileName;
  return isBundled ? words.bundled : title;
}

function sinceWords({ source, isBundled, keptSince }: TextVersion): string {
  if (source !== null) return words.importedAt(momentInWords(source.importedAt));
  if (isBundled) return words.comesWithProgram;
  return keptSince === null ? words.unknownSince : words.keptSince(momentInWords(keptSince));
}
