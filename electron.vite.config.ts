import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { readerFonts } from './scripts/reader-fonts.mjs';

/**
 * One output that runs on Electron 25 and on the current one: main and preload as CommonJS (25 cannot load an ES module
 * as main, and a sandboxed preload must be one CommonJS file), syntax and CSS lowered to Node 18 and Chrome 114.
 */
const nodeBuild = {
  target: 'node18.15',
  externalizeDeps: false,
  minify: 'oxc',
  rolldownOptions: {
    output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
  },
} as const;

export default defineConfig({
  main: {
    build: {
      ...nodeBuild,
      outDir: 'out/main',
      rolldownOptions: {
        ...nodeBuild.rolldownOptions,
        input: { index: 'src/main/index.ts', 'file-thread': 'src/main/export/file-thread.ts' },
      },
    },
  },
  preload: {
    build: {
      ...nodeBuild,
      outDir: 'out/preload',
      rolldownOptions: {
        ...nodeBuild.rolldownOptions,
        input: { index: 'src/preload/index.ts', cell: 'src/preload/cell.ts' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    // The words of the component library in the one language of the interface.
    plugins: [readerFonts(), woff2Only(), { ...optimizeLocales.vite({ locales: ['zh-CN'] }), enforce: 'pre' }, react()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      target: 'chrome114',
      cssTarget: 'chrome114',
      // data: URLs would need `font-src data:` in the content security policy
      assetsInlineLimit: 0,
      minify: 'oxc',
      rolldownOptions: {
        input: {
          index: 'src/renderer/index.html',
          report: 'src/renderer/report.html',
          cell: 'src/renderer/cell.html',
        },
      },
    },
  },
});

/** Every @fontsource face lists a woff file after its woff2; no Chromium ever takes it, and it doubles the package. */
function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (name.endsWith('.woff')) delete bundle[name];
        if (file.type !== 'asset' || !name.endsWith('.css')) continue;
        file.source = String(file.source).replaceAll(/,\s*url\([^)]+\.woff\)\s*format\(["']woff["']\)/g, '');
      }
    },
  };
}
