import { readdirSync, readFileSync } from 'node:fs';
import { run } from '../../scripts/command.mjs';

/**
 * Memory of a process and all that it started, in bytes. On Linux the proportional share (memory that several processes
 * share is counted once), elsewhere the sum of the resident sets.
 *
 * @param {number} ancestor
 */
export async function memoryOfTree(ancestor) {
  const processes = process.platform === 'linux' ? linuxProcesses() : await listedProcesses();
  const parents = new Map(processes.map(({ id, parent }) => [id, parent]));
  const belongs = (/** @type {number | undefined} */ id) => {
    for (let each = id; each !== undefined && each > 1; each = parents.get(each)) if (each === ancestor) return true;
    return false;
  };
  return processes.filter(({ id }) => belongs(id)).reduce((sum, { memory }) => sum + memory(), 0);
}

function linuxProcesses() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      id: Number(name),
      parent: Number(read(`/proc/${name}/status`, /^PPid:\s+(\d+)$/m)),
      memory: () => Number(read(`/proc/${name}/smaps_rollup`, /^Pss:\s+(\d+) kB$/m)) * 1024,
    }));
}

async function listedProcesses() {
  const { output } = await run('ps', ['-axo', 'pid=,ppid=,rss='], { quiet: true });
  return output
    .trim()
    .split('\n')
    .map((line) => {
      const [id = 0, parent = 0, resident = 0] = line.trim().split(/\s+/).map(Number);
      return { id, parent, memory: () => resident * 1024 };
    });
}

/**
 * @param {string} file
 * @param {RegExp} pattern
 */
function read(file, pattern) {
  try {
    return pattern.exec(readFileSync(file, 'utf8'))?.[1] ?? '0';
  } catch {
    // the process has ended since the folder was listed
    return '0';
  }
}
