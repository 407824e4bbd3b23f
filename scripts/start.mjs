import { buildIfStale } from './build.mjs';
import { root, run, runNode } from './command.mjs';
import { hasDisplay } from './display.mjs';
import { sandboxFlags } from './sandbox.mjs';
import { runMain, setUp } from './set-up.mjs';

await runMain(async () => {
  if (!hasDisplay()) {
    console.log('There is no display: running the demonstration on a virtual screen instead (npm run demo).');
    return (await runNode('scripts/demo.mjs')).code;
  }
  const { executable } = await setUp('window');
  await buildIfStale();
  const flags = [...(await sandboxFlags(executable)), '--log-level=3'];
  return (await run(executable, [...flags, root, ...process.argv.slice(2)])).code;
});
