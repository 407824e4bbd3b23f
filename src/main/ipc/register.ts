import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { failure } from '#core/text/result';
import { contract, type Handlers } from '#ipc/contract';
import { operationNames } from '#ipc/operations';

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
        if (parsed.success) return await handle(parsed.data);
        return failure({ code: 'invalid-input', detail: `${name}: ${parsed.error.issues[0]?.path.join('.')}` });
      } catch (error) {
        console.error(name, error);
        return failure({ code: 'internal', detail: error instanceof Error ? error.message : String(error) });
      }
    });
  }
}
