import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runnerImport } from 'vite';

/**
 * Compiles every resources/plans/<id>/source.txt to plan.json with the parser that imports use as well.
 * With --check nothing is written; the exit code says whether every plan.json is what its source compiles to.
 */
const root = path.resolve(import.meta.dirname, '..');
const plansFolder = path.join(root, 'resources', 'plans');
const isCheck = process.argv.includes('--check');

/** @type {import('vite').InlineConfig} */
const options = { root, configFile: false, logLevel: 'error' };
const { module: outline } = await runnerImport(path.join(root, 'src/core/outline/plan-from-text.ts'), options);
const { module: schema } = await runnerImport(path.join(root, 'src/core/plan/plan-schema.ts'), options);

for (const entry of await readdir(plansFolder, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const source = path.join(plansFolder, entry.name, 'source.txt');
  const target = path.join(plansFolder, entry.name, 'plan.json');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(source));
  const plan = schema.planSchema.parse(outline.planFromText(entry.name, text));
  const compiled = `${JSON.stringify(plan, null, 2)}\n`;
  const name = path.relative(root, target);
  if (!isCheck) {
    await writeFile(target, compiled);
    console.log(`${name}: ${plan.sections.length} sections, ${plan.blocks.length} blocks`);
  } else if ((await readFile(target, 'utf8').catch(() => '')) === compiled) {
    console.log(`${name}: up to date`);
  } else {
    console.error(`${name}: not what its source compiles to; run: npm run plans`);
    process.exitCode = 1;
  }
}
