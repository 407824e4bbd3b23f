import { contextBridge, ipcRenderer } from 'electron';
import { earlyOperations } from '#ipc/early-operations';
import { eventNames } from '#ipc/events';
import { operationNames } from '#ipc/operations';

const early = new Map<string, Promise<unknown>>();
for (const { name, input } of earlyOperations) early.set(keyOf(name, input), ipcRenderer.invoke(name, input));

const operations = Object.fromEntries(
  operationNames.map((name) => [name, (input: unknown) => ask(name, input ?? null)]),
);
const events = Object.fromEntries(
  eventNames.map((name) => [
    name,
    (listener: (payload: unknown) => void) => {
      const forward = (_event: unknown, payload: unknown) => listener(payload);
      ipcRenderer.on(name, forward);
      return () => ipcRenderer.removeListener(name, forward);
    },
  ]),
);

contextBridge.exposeInMainWorld('api', { ...operations, events });

function ask(name: string, input: unknown): Promise<unknown> {
  if (early.size === 0) return ipcRenderer.invoke(name, input);
  const key = keyOf(name, input);
  const answer = early.get(key) ?? ipcRenderer.invoke(name, input);
  early.delete(key);
  return answer;
}

function keyOf(name: string, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`;
}
