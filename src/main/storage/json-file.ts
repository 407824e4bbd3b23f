import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { failure, type Result, success } from '#core/text/result';
import type { OperationError } from '#ipc/error-codes';
import type { AtomicWriter } from './atomic-file.ts';
import type { FileSystem } from './file-system.ts';
import { type JsonMigration, migrateJson } from './json-migrations.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { withFile } from './open-file.ts';
import { parseJson } from './parse-json.ts';
import { errnoOf, readingError, storageError } from './storage-error.ts';

/** A small file of the application's own, checked against a schema. */
export interface JsonFile<Value> {
  /**
   * `reset`: what was stored was damaged; it was set aside under another name, and `value` is the default. What a newer version
   * wrote is an error, `newer-version`, here and for `change`, and stays as it is.
   */
  read(): Promise<Result<{ value: Value; reset: boolean }, OperationError>>;
  /** Writes what `update` makes of the present value. What could not be read is never written over. */
  change(update: (value: Value) => Value): Promise<Result<Value, OperationError>>;
}

/** Says of what kind and version it is, e.g. `settings/1`. */
interface Versioned {
  schema: string;
}

export interface JsonFileOptions<Value extends Versioned> {
  path: string;
  schema: z.ZodObject & z.ZodType<Value>;
  defaults: Value;
  /** The first step makes version 2 of version 1, and so on; the last leads to the version of `schema`. */
  migrations?: readonly JsonMigration[];
  writer: AtomicWriter;
  fileSystem: FileSystem;
  now: () => Date;
}

interface Loaded<Value> {
  value: Value;
  reset: boolean;
  /** Keys that this version does not know; a newer one may have written them. */
  foreign: Record<string, unknown>;
}

export function createJsonFile<Value extends Versioned>(options: JsonFileOptions<Value>): JsonFile<Value> {
  const queue = createKeyedQueue();
  let loaded: Loaded<Value> | undefined;

  const load = async (): Promise<Result<Loaded<Value>, OperationError>> => {
    if (loaded !== undefined) return success(loaded);
    await options.writer.removeLeftovers(dirname(options.path));
    const result = await loadFile(options);
    if (result.ok) loaded = result.value;
    return result;
  };

  return {
    read: () => queue.run('file', load),
    change: (update) =>
      queue.run('file', async () => {
        const present = await load();
        if (!present.ok) return present;
        const next = { ...present.value, value: update(present.value.value) };
        const content = `${JSON.stringify({ ...next.foreign, ...next.value }, null, 2)}\n`;
        const written = await options.writer.write(options.path, content);
        if (!written.ok) return written;
        loaded = next;
        return success(next.value);
      }),
  };
}

async function loadFile<Value extends Versioned>(
  options: JsonFileOptions<Value>,
): Promise<Result<Loaded<Value>, OperationError>> {
  const { path, fileSystem, schema, defaults } = options;
  let bytes: Uint8Array;
  try {
    bytes = await withFile(await fileSystem.open(path), (file) => file.readFile());
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return success({ value: defaults, reset: false, foreign: {} });
    return failure(readingError(error));
  }
  const stored = migrateJson(parseJson(bytes), defaults.schema, options.migrations);
  if (stored === 'newer') return failure({ code: 'newer-version', detail: path });
  const checked = schema.safeParse(stored);
  if (!checked.success) return setAside(options);
  const foreign = Object.entries(stored as object).filter(([key]) => !(key in schema.shape));
  return success({ value: checked.data, reset: false, foreign: Object.fromEntries(foreign) });
}

async function setAside<Value extends Versioned>(
  options: JsonFileOptions<Value>,
): Promise<Result<Loaded<Value>, OperationError>> {
  const { path, fileSystem, now, defaults } = options;
  const moment = now().toISOString().replace(/[:.]/g, '-');
  const damaged = join(dirname(path), `${basename(path, '.json')}.damaged-${moment}.json`);
  try {
    await fileSystem.rename(path, damaged);
  } catch (error) {
    return failure(storageError(error));
  }
  return success({ value: defaults, reset: true, foreign: {} });
}
