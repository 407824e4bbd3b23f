import { ipcRenderer } from 'electron';
import { cellPort } from '#ipc/cell-messages';

/** The page's own `postMessage`: the only way to hand it a port. */
const page = globalThis as unknown as { postMessage: (message: string, origin: string, ports: unknown[]) => void };

/** The only thing that a cell is given: one port, over which its file comes and its blocks go. */
ipcRenderer.once(cellPort, (event) => page.postMessage(cellPort, '*', [...event.ports]));
