import { failure, success } from '#core/text/result';
import type { Handlers } from '#ipc/contract';
import type { StepNames } from '#ipc/contract/application-contract';

interface ApplicationDependencies {
  version: string;
  copyText: (text: string) => void;
  /** Asks the reader whether to leave for this address. */
  confirmLink: (url: URL) => Promise<boolean>;
  openExternal: (address: string) => Promise<void>;
  /** The page has saved what was being typed, but for so many notes. */
  flushed: (unsaved: number) => Promise<void>;
  nameSteps: (steps: StepNames) => void;
  toggleFullScreen: () => void;
  fillScreen: (isFull: boolean) => void;
  quit: () => void;
}

type ApplicationOperation =
  | 'application.information'
  | 'application.flushed'
  | 'application.nameSteps'
  | 'application.toggleFullScreen'
  | 'application.fillScreen'
  | 'application.quit'
  | 'clipboard.writeText'
  | 'links.open';

export function applicationHandlers(dependencies: ApplicationDependencies): Pick<Handlers, ApplicationOperation> {
  return {
    'application.information': async () =>
      success({
        version: dependencies.version,
        electron: process.versions.electron ?? '',
        chrome: process.versions.chrome ?? '',
        platform: process.platform,
      }),
    'application.flushed': async ({ unsaved }) => {
      await dependencies.flushed(unsaved);
      return success(null);
    },
    'application.nameSteps': async (steps) => {
      dependencies.nameSteps(steps);
      return success(null);
    },
    'application.toggleFullScreen': async () => {
      dependencies.toggleFullScreen();
      return success(null);
    },
    'application.fillScreen': async ({ isFull }) => {
      dependencies.fillScreen(isFull);
      return success(null);
    },
    'application.quit': async () => {
      dependencies.quit();
      return success(null);
    },
    'clipboard.writeText': async ({ text }) => {
      dependencies.copyText(text);
      return success(null);
    },
    'links.open': async ({ url }) => {
      const address = allowedLink(url);
      if (address === undefined) return failure({ code: 'link-refused', detail: url.slice(0, 200) });
      if (await dependencies.confirmLink(address)) await dependencies.openExternal(address.href);
      return success(null);
    },
  };
}

/** What a mail link may fill in; other headers can attach files. */
const mailHeaders = ['subject', 'body', 'cc', 'bcc'];

/** Only web pages and mail: every other scheme can start a program or read a file. */
function allowedLink(url: string): URL | undefined {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return undefined;
  }
  if (address.protocol === 'mailto:') {
    for (const header of [...address.searchParams.keys()]) {
      if (!mailHeaders.includes(header.toLowerCase())) address.searchParams.delete(header);
    }
    return address;
  }
  return address.protocol === 'https:' ? address : undefined;
}
