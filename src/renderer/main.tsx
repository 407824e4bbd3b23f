import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { api } from './api.ts';
import { FirstFrame } from './first-frame.tsx';
import { connectWindow } from './shell/connect-window.ts';
import { nameStepsInMenu } from './shell/menu-steps.ts';
import { createCommands } from './shell/run-command.ts';
import { loadWholeFonts } from './shell/whole-fonts.ts';
import { createAppStore } from './store/app-store.ts';
import { painted } from './ui/painted.ts';
import 'virtual:reader-fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/label-colours.css';

const store = createAppStore(api);
const commands = createCommands(store, api);
const element = document.getElementById('root');
if (element === null) throw new Error('no #root');
const root = createRoot(element);

connectWindow(api, store, commands);
const { loadSettings, loadView, openDocument } = store.getState();
await Promise.all([loadSettings(), loadView(), openDocument(null)]);

root.render(<FirstFrame store={store} />);
await painted();
performance.mark('outline-painted');
store.getState().noticeText();

const { App } = await import('./app.tsx');
startTransition(() => root.render(<App store={store} commands={commands} />));
void store.getState().loadAnnotations();
void store.getState().loadFolder();
void store.getState().checkText();
loadWholeFonts(store);
nameStepsInMenu(api, store);
void store.getState().importRequested();
void store.getState().offerImportDrafts();
