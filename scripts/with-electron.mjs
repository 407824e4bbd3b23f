/*
 * `node scripts/with-electron.mjs <command> [arguments]`: runs Electron itself (`electron`) or the command of an installed
 * package (such as `electron-vite`) with the runtime that this computer has.
 */
import { packageCommand, run, runNode } from './command.mjs';
import { describeRuntime, electronEnvironment, electronRuntime } from './electron-runtime.mjs';
import { sandboxFlags } from './sandbox.mjs';

const [command, ...parameters] = process.argv.slice(2);
if (command === undefined) throw new Error('Usage: node scripts/with-electron.mjs <command> [arguments]');

const runtime = await electronRuntime();
console.log(describeRuntime(runtime));
const environment = electronEnvironment(runtime);
const { code } =
  command === 'electron'
    ? await run(runtime.executable, [...(await sandboxFlags(runtime.executable)), ...parameters], { environment })
    : await runNode(packageCommand(command), parameters, { environment });
process.exitCode = code;
