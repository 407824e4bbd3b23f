import { basename } from 'node:path';
import { formatTimestamp } from '#core/annotation/timestamp';
import { toJsonLd } from '#core/interchange/to-jsonld';
import { failure, success } from '#core/text/result';
import type { Handlers, OperationInput, OperationOutput } from '#ipc/contract';
import { maximumImportSize } from '#ipc/contract/interchange-contract';
import { messages } from '#messages/zh-CN';
import type { SavedFiles } from '../../export/saved-files.ts';
import type { AnnotationRepository } from '../../storage/annotation-repository.ts';
import type { AtomicWriter } from '../../storage/atomic-file.ts';
import { readChosenFile } from '../../storage/chosen-file.ts';
import type { FileSystem } from '../../storage/file-system.ts';
import type { LibraryRepository } from '../../storage/library-repository.ts';
import { safeFileName } from '../../storage/safe-file-name.ts';
import { textsOf } from './annotations.ts';
import { asExportError } from './export.ts';

type InterchangeOperation = 'interchange.openFile' | 'interchange.apply' | 'interchange.saveFile';

export interface InterchangeDependencies {
  annotations: Pick<AnnotationRepository, 'read' | 'adopt'>;
  library: LibraryRepository;
  fileSystem: Pick<FileSystem, 'open'>;
  writer: Pick<AtomicWriter, 'write'>;
  savedFiles: SavedFiles;
  /** Asks the reader for a file; `undefined` when they think better of it. */
  showOpenDialog: () => Promise<string | undefined>;
  /** Asks the reader where to save, proposing this name. */
  showSaveDialog: (fileName: string) => Promise<string | undefined>;
  now: () => Date;
}

/** Files come and go here; what stands in a file of others is never looked at in this process. */
export function interchangeHandlers(dependencies: InterchangeDependencies): Pick<Handlers, InterchangeOperation> {
  const { annotations, library, fileSystem, showOpenDialog } = dependencies;
  return {
    'interchange.openFile': async () => {
      const path = await showOpenDialog();
      if (path === undefined) return success({ cancelled: true });
      const name = basename(path);
      const read = await readChosenFile(fileSystem, path, maximumImportSize);
      return success(typeof read === 'string' ? { name, problem: read } : { name, bytes: read });
    },
    'interchange.apply': async ({ document, annotations: wanted }) => {
      const outcomes: OperationOutput<'interchange.apply'>['outcomes'] = [];
      await library.keep([...new Set(wanted.flatMap(({ annotation }) => textsOf(annotation)))]);
      for (const { annotation, base } of wanted) {
        const { id } = annotation;
        // The document that the reader has open, whatever the file says.
        const adopted =
          annotation.document === document
            ? await annotations.adopt(annotation, base)
            : failure({ code: 'invalid-input' as const });
        outcomes.push(adopted.ok ? { annotation: adopted.value } : { id, error: adopted.error });
      }
      return success({ outcomes });
    },
    'interchange.saveFile': (input) => saveFile(dependencies, input),
  };
}

async function saveFile(
  { annotations, library, writer, savedFiles, showSaveDialog, now }: InterchangeDependencies,
  { document, annotations: wanted }: OperationInput<'interchange.saveFile'>,
): ReturnType<Handlers['interchange.saveFile']> {
  const [plan, notes] = await Promise.all([library.read(document), annotations.read(document)]);
  if (!plan.ok) return plan;
  if (!notes.ok) return notes;
  const ids = wanted === undefined ? undefined : new Set(wanted);
  const entries = notes.value.annotations.filter(({ id }) => ids?.has(id) ?? true);
  if (entries.length === 0) return failure({ code: 'export-empty' });
  const { title } = plan.value;
  const name = safeFileName(title, messages.exporting.untitled);
  const path = await showSaveDialog(messages.interchange.fileName(name, formatTimestamp(now()).slice(0, 10)));
  if (path === undefined) return success({ cancelled: true });
  const written = await writer.write(path, toJsonLd(entries, { document, label: title }));
  if (!written.ok) return failure(asExportError(written.error));
  return success({ file: savedFiles.add(path), name: basename(path), entries: entries.length });
}
