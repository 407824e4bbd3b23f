import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { root, run } from '../../scripts/command.mjs';
import { packagedExecutable } from '../../scripts/packaged.mjs';
import { plan } from './export-notes.ts';

export interface ApplicationCopy {
  /** What `launch` takes. */
  application: string;
  /** The compiled plan that comes with it. */
  planFile: string;
}

/** A copy of the application whose plan can be replaced: `content`, or nothing at all. */
export async function copyWithPlan(
  folder: string,
  packaged: boolean,
  content: string | Buffer | undefined,
): Promise<ApplicationCopy> {
  const copy = packaged ? await copyPackaged(folder) : await copyUnpackaged(folder);
  await rm(copy.planFile);
  if (content !== undefined) await writeFile(copy.planFile, content);
  return copy;
}

async function copyUnpackaged(folder: string): Promise<ApplicationCopy> {
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  await cp(join(root, 'resources'), join(folder, 'resources'), { recursive: true });
  await symlink(join(root, 'out'), join(folder, 'out'), 'junction');
  return { application: folder, planFile: join(folder, 'resources/plans', plan.id, 'plan.json') };
}

async function copyPackaged(folder: string): Promise<ApplicationCopy> {
  const original = dirname(packagedExecutable());
  // hard links where they can be had: the runtime is large
  const linked = await run('cp', ['--archive', '--link', original, folder], { quiet: true });
  if (linked.code !== 0) await cp(original, folder, { recursive: true });
  const application = join(folder, basename(packagedExecutable()));
  return { application, planFile: join(folder, 'resources/plans', plan.id, 'plan.json') };
}
