import { createRoot } from 'react-dom/client';
import { bundledDocument } from '#ipc/early-operations';
import { api } from './api.ts';
import { App } from './app.tsx';
import { connectWindow } from './shell/connect-window.ts';
import { createCommands } from './shell/run-command.ts';
import { createAppStore } from './store/app-store.ts';
import { firstPaint } from './ui/first-paint.ts';
import 'virtual:reader-fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/label-colours.css';

const store = createAppStore(api);
const commands = createCommands(api, store);
connectWindow(api, store, commands);

// The first page needs the text and how it looks; notes follow when it is painted.
const { loadSettings, loadView, openDocument } = store.getState();
await Promise.all([loadSettings(), loadView(), openDocument(bundledDocument)]);

const root = document.getElementById('root');
if (root === null) throw new Error('no #root');
createRoot(root).render(<App store={store} commands={commands} />);

await firstPaint;
performance.mark('outline-painted');
// Slices of the whole faces, for characters that the first page does not have.
void import('./styles/fonts.css');
void store.getState().loadAnnotations();
void store.getState().loadFolder();
