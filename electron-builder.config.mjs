import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { electronRuntime } from './scripts/electron-runtime.mjs';

const runtime = await electronRuntime();
const major = Number(runtime.version.split('.')[0]);

/**
 * The packaged application. Playwright drives it through `--inspect`, so that this one fuse stays on here; `npm run pack`
 * turns it off in the finished folder, which is thereby the very one that was tested.
 *
 * @type {import('electron-builder').Configuration}
 */
export default {
  appId: 'cn.plan-reader.desktop',
  productName: '规划研读',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  files: ['out/**/*', '!out/**/*.map', 'package.json'],
  extraResources: [
    { from: 'resources/plans', to: 'plans' },
    { from: 'resources/icons/icon.png', to: 'icons/icon.png' },
  ],
  asar: true,
  npmRebuild: false,
  publish: null,
  electronLanguages: ['zh-CN', 'en-US'],
  electronVersion: runtime.version,
  // also for the official runtime: the set-up has it already, and must not be fetched a second time
  electronDist: runtime.folder,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // needs a V8 snapshot of our own
    loadBrowserProcessSpecificV8Snapshot: false,
    ...(major >= 29 ? { grantFileProtocolExtraPrivileges: false } : {}),
  },
  afterPack: removeRuntimeLeftovers,
  // “打开方式”: offered beside the programs that own these kinds of files, never in their place
  fileAssociations: [
    { ext: 'docx', name: 'Word 文档', role: 'Viewer', rank: 'Alternate' },
    { ext: 'pdf', name: 'PDF 文档', role: 'Viewer', rank: 'Alternate' },
    { ext: 'txt', name: '文本文件', role: 'Viewer', rank: 'Alternate' },
    { ext: 'html', name: '网页', role: 'Viewer', rank: 'Alternate' },
    { ext: 'md', name: 'Markdown 文本', role: 'Viewer', rank: 'Alternate' },
  ],
  linux: {
    executableName: 'plan-reader',
    mimeTypes: [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/pdf',
      'text/plain',
      'text/html',
      'text/markdown',
    ],
    category: 'Education',
    icon: 'icon.png',
    target: ['deb', 'AppImage', 'rpm'],
  },
  deb: { depends: ['libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libgbm1', 'libasound2 | libasound2t64'] },
  win: { icon: 'icon.png', target: ['nsis'] },
  mac: { icon: 'icon.png', target: ['dmg'], category: 'public.app-category.education' },
};

/**
 * A runtime given as a folder is copied as it is, with what only an unpacked Electron needs.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
async function removeRuntimeLeftovers({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'darwin') return;
  await rm(join(appOutDir, 'resources/default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
}
