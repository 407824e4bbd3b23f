import { contextBridge, ipcRenderer } from 'electron';
import { eventNames } from '#ipc/events';
import { operationNames } from '#ipc/operations';

const operations = Object.fromEntries(
  operationNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input ?? null)]),
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
