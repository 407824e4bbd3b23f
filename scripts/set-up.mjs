import { installDependencies } from './dependencies.mjs';
import { describeRuntime, electronEnvironment, electronRuntime } from './electron-runtime.mjs';
import { missingLibraries, provideSystemPackages } from './system-packages.mjs';

/**
 * Brings a fresh clone to where the application can be built and run: packages, system libraries, an Electron. What is
 * there already is left alone, so that this may stand before every command. Until the packages are installed nothing but
 * Node's own modules may be imported.
 *
 * @param {'window' | 'tests'} purpose
 */
export async function setUp(purpose) {
  await installDependencies();
  await provideSystemPackages(purpose);
  const runtime = await electronRuntime();
  const libraries = await missingLibraries(runtime.executable);
  if (libraries.length > 0) throw new Error(`The system lacks libraries that Electron needs: ${libraries.join(', ')}`);
  console.log(`Runtime: ${describeRuntime(runtime)}`);
  for (const [name, value] of Object.entries(electronEnvironment(runtime))) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return runtime;
}

/**
 * Runs the main function of a script; an error is told in its own words, without a stack.
 *
 * @param {() => Promise<number>} main answers the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
