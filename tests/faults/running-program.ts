import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../scripts/command.mjs';
import { electronEnvironment, electronRuntime } from '../../scripts/electron-runtime.mjs';
import { sandboxFlags } from '../../scripts/sandbox.mjs';

/** What a control brings in: see door.cjs. */
export type Fault = 'in place' | 'no drafts';

interface Answer {
  number: number;
  answer?: unknown;
  error?: string;
}

/** A save that was acknowledged to the page. */
export interface Saved {
  id: string;
  rev: number;
  /** SHA-256 of the body, in hexadecimal. */
  hash: string;
}

type Message =
  | Answer
  | { loaded: true }
  | { saved: Saved }
  | { drafted: { id: string /** UTF-16 units. */; length: number } };

const runtime = electronRuntime();
const door = join(import.meta.dirname, 'door.cjs');

/** The real program, in a group of processes of its own, with a door for the test. */
export class RunningProgram {
  /** The last acknowledged save of each note. */
  readonly saved = new Map<string, Saved>();
  saves = 0;
  /** How long the words of each note are that were acknowledged as kept. */
  readonly drafted = new Map<string, number>();
  readonly ended: Promise<unknown>;
  private readonly answers = new Map<number, (answer: Answer) => void>();
  private waiting: { isMet: () => boolean; resolve: () => void }[] = [];
  private asked = 0;
  private loads = 0;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
    child.on('message', (message: Message) => this.receive(message));
  }

  static async start(profile: string, fault?: Fault): Promise<RunningProgram> {
    const { executable, ...rest } = await runtime;
    const flags = [...(await sandboxFlags(executable)), `--user-data-dir=${profile}`, '--disable-gpu', '--lang=zh-CN'];
    const child = spawn(executable, ['-r', door, root, ...flags], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      detached: true,
      env: {
        ...process.env,
        ...electronEnvironment({ executable, ...rest }),
        ...(fault === undefined ? {} : { PLAN_READER_FAULT: fault }),
      },
    });
    const program = new RunningProgram(child);
    await program.until(() => program.loads > 0);
    return program;
  }

  /** Resolves when something that the program tells makes `isMet` true, or when the program ends. */
  async until(isMet: () => boolean): Promise<void> {
    if (isMet()) return;
    const met = new Promise<void>((resolve) => void this.waiting.push({ isMet, resolve }));
    await Promise.race([met, this.ended]);
  }

  async ask(action: string, value?: unknown): Promise<unknown> {
    this.asked += 1;
    const number = this.asked;
    const answered = new Promise<Answer>((resolve) => void this.answers.set(number, resolve));
    // A program that ends meanwhile does not listen any more.
    this.child.send({ number, action, value }, () => undefined);
    const { answer, error } = (await Promise.race([
      answered,
      this.ended.then(() => ({ answer: undefined })),
    ])) as Answer;
    if (error !== undefined) throw new Error(`${action}: ${error}`);
    return answer;
  }

  /** The value of an expression in the page. */
  page(expression: string): Promise<unknown> {
    return this.ask('page', expression);
  }

  /** Types as a keyboard does, one character after the other. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.ask('type', character);
  }

  /** Ends the page's process; resolves when the next page is there. */
  async crashPage(): Promise<void> {
    const { loads } = this;
    await this.ask('crash');
    await this.until(() => this.loads > loads);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Ends every process at once. */
  async kill(): Promise<void> {
    if (this.child.pid !== undefined && this.child.exitCode === null) process.kill(-this.child.pid, 'SIGKILL');
    await this.ended;
  }

  private receive(message: Message): void {
    if ('loaded' in message) this.loads += 1;
    else if ('drafted' in message) this.drafted.set(message.drafted.id, message.drafted.length);
    else if ('saved' in message) {
      this.saves += 1;
      this.saved.set(message.saved.id, message.saved);
    } else this.answers.get(message.number)?.(message);
    for (const { resolve } of this.waiting.filter(({ isMet }) => isMet())) resolve();
    this.waiting = this.waiting.filter(({ isMet }) => !isMet());
  }
}
