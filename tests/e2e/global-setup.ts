import { electronEnvironment, electronRuntime } from '../../scripts/electron-runtime.mjs';

/** Playwright asks the `electron` package for the program, and that follows this environment into every worker. */
export default async function globalSetup(): Promise<void> {
  for (const [name, value] of Object.entries(electronEnvironment(await electronRuntime()))) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
