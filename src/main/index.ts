import { app, dialog, Menu } from 'electron';
import { messages } from '#messages/zh-CN';
import { registerAppScheme } from './app-protocol.ts';
import { startReader } from './reader.ts';
import { stayOffline } from './session-guard.ts';

registerAppScheme();
// Without this Electron builds a menu of its own while it starts.
Menu.setApplicationMenu(null);
// Nothing is ever spoken to but a development server.
if (app.isPackaged || process.env.ELECTRON_RENDERER_URL === undefined) stayOffline(app.commandLine);
// enableSandbox() wins over --no-sandbox, and as root Chromium cannot start a sandboxed child.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (app.requestSingleInstanceLock()) {
  startReader().catch((error: unknown) => {
    const words = messages.application.startFailed;
    dialog.showErrorBox(words.title, words.detail(error instanceof Error ? error.message : String(error)));
    app.exit(1);
  });
} else {
  app.quit();
}
