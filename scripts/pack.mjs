import { dirname } from 'node:path';
import { buildIfStale } from './build.mjs';
import { harden, packagedExecutable, packForTests } from './packaged.mjs';
import { runMain, setUp } from './set-up.mjs';

await runMain(async () => {
  await setUp('window');
  await buildIfStale();
  await packForTests();
  await harden();
  console.log(`The packaged application: ${dirname(packagedExecutable())}`);
  return 0;
});
