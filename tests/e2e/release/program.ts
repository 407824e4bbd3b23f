import { type ChildProcess, spawn } from 'node:child_process';

export interface ProgramOptions {
  environment?: Record<string, string>;
  /** Numeric user and group to run as. */
  user?: number;
}

/** A program on its own, not led by Playwright: what the attacks and the release build need. */
export class Program {
  readonly #child: ChildProcess;
  #output = '';

  constructor(executable: string, flags: readonly string[], { environment = {}, user }: ProgramOptions = {}) {
    this.#child = spawn(executable, flags, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
        this.#child.emit('output');
      });
    }
  }

  get processId(): number | undefined {
    return this.#child.pid;
  }

  get output(): string {
    return this.#output;
  }

  /** The address at which Chromium can be led, once it runs as an application; undefined if it ended instead. */
  debuggingAddress(): Promise<string | undefined> {
    return new Promise((resolve) => {
      const look = (): void => {
        const address = /^DevTools listening on (ws:\S+)$/m.exec(this.#output)?.[1];
        if (address) resolve(address);
      };
      this.#child.on('output', look).once('close', () => resolve(undefined));
      look();
    });
  }

  /** Ends it, and waits until it has ended. */
  stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.#child.once('close', () => resolve());
      this.#child.kill('SIGKILL');
    });
  }

  /** Waits until it ends by itself. */
  end(): Promise<void> {
    if (this.#child.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => this.#child.once('close', () => resolve()));
  }
}
