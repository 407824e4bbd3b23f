/*
 * What a bare Electron does with `electron [-r module]… <folder> [flags]`. Packagers remove that part of the runtime, so
 * that a runtime taken from a packaged application needs it again: it is packed as `resources/default_app.asar`.
 */
const { app } = require('electron');
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

const { preloads, folder } = readArguments(process.argv.slice(1));

for (const preload of preloads) require(existsSync(preload) ? resolve(preload) : preload);
if (folder === undefined) {
  console.error('Usage: electron [-r <module>] <folder of the application> [flags]');
  app.exit(1);
} else {
  start(resolve(folder));
}

/** Flags of Chromium and Node carry their values after `=`; only `-r` and `--require` take the next argument. */
function readArguments(given) {
  const preloads = [];
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(given[index]);
    } else if (!argument.startsWith('-')) {
      return { preloads, folder: argument };
    }
  }
  return { preloads, folder: undefined };
}

function start(folder) {
  const { name, productName, version } = require(resolve(folder, 'package.json'));
  process.defaultApp = true;
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(folder);
  require(folder);
}
