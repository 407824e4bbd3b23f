import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import { failure } from '#core/text/result';
import { contract, type Handlers } from '#ipc/contract';
import type { OperationError } from '#ipc/error-codes';
import { jsonAnswers } from '#ipc/json-answers';
import { type OperationName, operationNames } from '#ipc/operations';

/**
 * The only door from a page into the main process. A call passes when its frame is trusted and its input fits the contract;
 * whatever a handler throws becomes an `internal` error, so that no exception crosses the border.
 */
export function registerOperations(handlers: Handlers, isTrusted: (event: IpcMainInvokeEvent) => boolean): void {
  for (const name of operationNames) {
    const handle = handlers[name] as (input: unknown) => Promise<unknown>;
    ipcMain.handle(name, async (event, input: unknown) => {
      try {
        if (!isTrusted(event)) return failure({ code: 'invalid-input', detail: 'sender' });
        const parsed = contract[name].input.safeParse(input);
        if (!parsed.success) return failure(refusal(name, parsed.error));
        const answer = await handle(parsed.data);
        return jsonAnswers.has(name) ? JSON.stringify(answer) : answer;
      } catch (error) {
        console.error(name, error);
        return failure({ code: 'internal', detail: error instanceof Error ? error.message : String(error) });
      }
    });
  }
}

/** What a reader can write too much of is told apart from what only a defective page would send. */
function refusal(name: OperationName, { issues }: z.ZodError): OperationError {
  const isTooLong = name.startsWith('annotations.') && issues.every(({ code }) => code === 'too_big');
  return { code: isTooLong ? 'too-long' : 'invalid-input', detail: `${name}: ${issues[0]?.path.join('.')}` };
}
