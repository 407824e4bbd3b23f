import type { ElectronApplication } from '@playwright/test';

/*
 * System dialogs belong to the desktop, so that no test can press their buttons: the tests answer in their place, inside
 * the main process.
 */

/** From now on whoever is asked where to save answers `filePath`; `null` stands for cancelling. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
}

/** From now on whoever is asked to choose files or a folder answers `filePaths`; an empty list stands for cancelling. */
export async function answerOpenDialog(app: ElectronApplication, filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths });
  }, filePaths);
}

/** From now on message boxes are answered with the button of this index; what they said is collected. */
export async function answerMessageBoxes(app: ElectronApplication, button: number): Promise<() => Promise<string[]>> {
  const said = await app.evaluateHandle(({ dialog }, response) => {
    const texts: string[] = [];
    dialog.showMessageBox = async (...parameters: unknown[]) => {
      const { message, detail = '' } = parameters.at(-1) as Electron.MessageBoxOptions;
      texts.push([message, detail].filter(Boolean).join('\n'));
      return { response, checkboxChecked: false };
    };
    return texts;
  }, button);
  return () => said.jsonValue();
}

/**
 * From now on the window closes although there is something unsaved. Answers a function that tells, even after the end, what
 * was said.
 */
export async function closeWithoutSaving(app: ElectronApplication): Promise<() => string[]> {
  let output = '';
  app.process().stdout?.on('data', (text: Buffer) => {
    output += text.toString();
  });
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async (...parameters: unknown[]) => {
      const { message } = parameters.at(-1) as Electron.MessageBoxOptions;
      process.stdout.write(`closing: ${message}\n`);
      return { response: 1, checkboxChecked: false };
    };
  });
  return () => [...output.matchAll(/^closing: (.*)$/gm)].map(([, message = '']) => message);
}

/**
 * Files shown in the file manager, addresses opened in other programs: recorded instead of done. Answers a function that
 * tells what was asked for up to then.
 */
export async function recordShell(app: ElectronApplication): Promise<() => Promise<string[]>> {
  const asked = await app.evaluateHandle(({ shell }) => {
    const calls: string[] = [];
    shell.showItemInFolder = (path) => void calls.push(path);
    shell.openExternal = async (address) => void calls.push(address);
    shell.openPath = async (path) => {
      calls.push(path);
      return '';
    };
    return calls;
  });
  return () => asked.jsonValue();
}
