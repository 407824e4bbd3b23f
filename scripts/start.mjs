import { root, run } from './command.mjs';
import { hasDisplay, runNodeOnScreen } from './display.mjs';
import { sandboxFlags } from './sandbox.mjs';
import { runMain, setUp } from './set-up.mjs';

await runMain(async () => {
  if (!hasDisplay()) {
    console.log('There is no display: running the demonstration on a virtual screen instead (npm run demo).');
    await setUp('tests');
    return (await runNodeOnScreen('scripts/demo.mjs', [])).code;
  }
  const { executable } = await setUp('window');
  const flags = [...(await sandboxFlags(executable)), '--log-level=3'];
  return (await run(executable, [...flags, root, ...process.argv.slice(2)])).code;
});
