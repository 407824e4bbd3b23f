import { formatTimestamp } from '#core/annotation/timestamp';
import { failure, success } from '#core/text/result';
import type { Handlers, OperationInput } from '#ipc/contract';
import type { Readings } from '../../import/readings.ts';
import type { DocumentRepository } from '../../storage/document-repository.ts';
import { parsePlan } from '../../storage/plan-file.ts';

type DocumentsOperation = Extract<keyof Handlers, `documents.${string}`>;

export interface DocumentsDependencies {
  documents: DocumentRepository;
  readings: Pick<Readings, 'find' | 'forget'>;
  now: () => Date;
}

export function documentsHandlers({
  documents,
  readings,
  now,
}: DocumentsDependencies): Pick<Handlers, DocumentsOperation> {
  const save = async ({ reading: id, document: target, plan: json, corrections }: OperationInput<'documents.add'>) => {
    const reading = readings.find(id);
    if (reading === undefined) return failure({ code: 'not-found' as const, detail: id });
    const plan = parsePlan(Buffer.from(json), target);
    if (!plan.ok) return failure({ code: 'invalid-input' as const, detail: plan.error });
    const { fileName, bytes, document } = reading;
    const { format, encoding } = document;
    const source = {
      fileName: fileName.slice(0, 400),
      format,
      ...(encoding === undefined ? {} : { encoding: encoding.label }),
      importedAt: formatTimestamp(now()),
    };
    const saved = await documents.save({ plan: plan.value, record: { source, corrections }, bytes });
    if (saved.ok) readings.forget(id);
    return saved;
  };
  return {
    'documents.list': () => documents.list(),
    'documents.add': async (input) => {
      const list = await documents.list();
      if (!list.ok) return list;
      const isTaken = list.value.documents.some(({ id }) => id === input.document);
      return isTaken ? failure({ code: 'invalid-input', detail: input.document }) : save(input);
    },
    'documents.replaceText': save,
    'documents.corrections': async ({ document }) => {
      const record = await documents.record(document);
      return record.ok ? success(record.value?.corrections ?? null) : record;
    },
    'documents.rename': ({ document, title }) => documents.rename(document, title),
    'documents.remove': ({ document }) => documents.remove(document),
    'documents.restore': ({ document }) => documents.restore(document),
  };
}
