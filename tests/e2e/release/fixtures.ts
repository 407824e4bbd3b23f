import { test as base } from '../own-display.ts';
import { Program, type ProgramOptions } from './program.ts';

interface ProgramFixtures {
  /** Starts a program on the test's own profile; it is ended with the test. */
  start: (executable: string, parameters: readonly string[], options?: ProgramOptions) => Program;
  /** The flags that lead an application to the test's own profile and let the test see that it runs. */
  flags: readonly string[];
}

export const test = base.extend<ProgramFixtures>({
  flags: async ({}, use, testInfo) => {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const profile = `--user-data-dir=${testInfo.outputPath('profile')}`;
    await use([...asRoot, profile, '--remote-debugging-port=0', '--disable-gpu', '--log-level=3']);
  },
  start: async ({}, use) => {
    const programs: Program[] = [];
    await use((...parameters) => {
      const program = new Program(...parameters);
      programs.push(program);
      return program;
    });
    await Promise.all(programs.map((program) => program.stop()));
  },
});
