import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { run } from '../../scripts/command.mjs';
import { test as base, expect } from './fixtures.ts';

/** Two folders that two processes of Syncthing keep in step, as on two computers. */
export interface SynchronisedFolders {
  left: string;
  right: string;
  /** The computers see each other no more; what happens in each folder is still noticed there. */
  disconnect: () => Promise<void>;
  connect: () => Promise<void>;
  /** Resolves when both know of all that either folder holds: from then on, no change is a conflict with an earlier one. */
  settle: () => Promise<void>;
}

interface Computer {
  name: string;
  /** Where this Syncthing keeps its keys, settings and index. */
  home: string;
  folder: string;
  device: string;
  /** What the other one connects to, and what the test asks. */
  port: number;
  questions: number;
}

const key = 'test-of-two-folders';
const folderId = 'notes';

export const test = base.extend<{ folders: SynchronisedFolders }>({
  folders: async ({}, use, testInfo) => {
    const { code } = await run('syncthing', ['--version'], { quiet: true });
    // Where the set-up sees to system packages, a missing one is a mistake and not to be passed over.
    testInfo.skip(code !== 0 && process.platform !== 'linux', 'Syncthing is not installed');
    const [left, right] = await Promise.all([
      prepare('left', testInfo.outputPath('left')),
      prepare('right', testInfo.outputPath('right')),
    ]);
    await configure(left, right);
    await configure(right, left);
    const processes = [start(left), start(right)];
    try {
      await expectConnected(left, right, true);
      await use({
        left: left.folder,
        right: right.folder,
        disconnect: async () => {
          await ask(left, 'POST', `system/pause?device=${right.device}`);
          await expectConnected(left, right, false);
        },
        connect: async () => {
          // What was done apart must be known to be a change before the other's change arrives.
          for (const computer of [left, right]) await ask(computer, 'POST', `db/scan?folder=${folderId}`);
          await ask(left, 'POST', `system/resume?device=${right.device}`);
          await expectConnected(left, right, true);
        },
        settle: async () => {
          for (const computer of [left, right]) await ask(computer, 'POST', `db/scan?folder=${folderId}`);
          await expectComplete(left, right);
        },
      });
    } finally {
      await Promise.all(processes.map(end));
    }
  },
});

async function prepare(name: string, place: string): Promise<Computer> {
  const [home, folder] = [join(place, 'syncthing'), join(place, '规划研读')];
  // Without this mark Syncthing takes the folder for a drive that is not attached.
  await mkdir(join(folder, '.stfolder'), { recursive: true });
  const { code, output } = await run('syncthing', ['generate', '--no-default-folder', `--home=${home}`], {
    quiet: true,
  });
  const device = /<device id="([A-Z0-9-]+)"/.exec(
    await readFile(join(home, 'config.xml'), 'utf8').catch(() => ''),
  )?.[1];
  if (code !== 0 || device === undefined) throw new Error(`Syncthing does not make its keys: ${output}`);
  const [port, questions] = await freePorts();
  return { name, home, folder, device, port, questions };
}

/** Loopback alone, and nothing that asks or tells anybody outside. */
async function configure(own: Computer, other: Computer): Promise<void> {
  const devices = [own, other].map(
    ({ device, name, port }) =>
      `<device id="${device}" name="${name}"><address>tcp://127.0.0.1:${port}</address><paused>false</paused></device>`,
  );
  // Without a number of conflicts there would be none: of two texts one would simply be gone.
  const folder = `
    <folder id="${folderId}" label="${folderId}" path="${own.folder}" type="sendreceive"
        rescanIntervalS="5" fsWatcherEnabled="true" fsWatcherDelayS="1" ignorePerms="false" autoNormalize="true">
      <filesystemType>basic</filesystemType>
      <device id="${own.device}"></device>
      <device id="${other.device}"></device>
      <minDiskFree unit="">0</minDiskFree>
      <maxConflicts>-1</maxConflicts>
      <markerName>.stfolder</markerName>
    </folder>`;
  const off = ['globalAnnounceEnabled', 'localAnnounceEnabled', 'relaysEnabled', 'natEnabled', 'startBrowser'];
  const options = `
    <options>
      <listenAddress>tcp://127.0.0.1:${own.port}</listenAddress>
      ${[...off, 'crashReportingEnabled', 'setLowPriority'].map((name) => `<${name}>false</${name}>`).join('')}
      <reconnectionIntervalS>1</reconnectionIntervalS>
      <urAccepted>-1</urAccepted>
      <urSeen>9999</urSeen>
      <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
      <minHomeDiskFree unit="">0</minHomeDiskFree>
    </options>`;
  const gui = `<gui enabled="true" tls="false"><address>127.0.0.1:${own.questions}</address><apikey>${key}</apikey></gui>`;
  const text = `<configuration version="36">${folder}${devices.join('')}${gui}${options}</configuration>`;
  await writeFile(join(own.home, 'config.xml'), text);
}

function start({ home }: Computer): ChildProcess {
  const flags = [
    '--no-browser',
    '--no-restart',
    '--no-upgrade',
    '--no-default-folder',
    `--logfile=${join(home, 'log.txt')}`,
  ];
  // The faster of two ways to hash is not searched for, which takes seconds.
  const env = { ...process.env, STNOUPGRADE: '1', STHASHING: 'standard' };
  // A group of its own: the program that does the work is a child of the one that is started.
  return spawn('syncthing', ['serve', `--home=${home}`, ...flags], { stdio: 'ignore', env, detached: true });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

async function expectConnected(left: Computer, right: Computer, isConnected: boolean): Promise<void> {
  const state = ([own, other]: readonly [Computer, Computer]) =>
    ask(own, 'GET', 'system/connections').then(
      (answer) => (answer as Connections).connections[other.device]?.connected,
      () => 'does not answer yet',
    );
  const both = [[left, right] as const, [right, left] as const];
  await expect.poll(() => Promise.all(both.map(state)), { timeout: 30_000 }).toEqual([isConnected, isConnected]);
}

async function expectComplete(left: Computer, right: Computer): Promise<void> {
  const missing = async ([own, other]: readonly [Computer, Computer]) => {
    const question = `db/completion?folder=${folderId}&device=${other.device}`;
    const { needBytes, needItems, needDeletes } = (await ask(own, 'GET', question)) as Record<string, number>;
    return [needBytes, needItems, needDeletes];
  };
  const both = [[left, right] as const, [right, left] as const];
  const nothing = [0, 0, 0];
  await expect.poll(() => Promise.all(both.map(missing)), { timeout: 30_000 }).toEqual([nothing, nothing]);
}

interface Connections {
  connections: Record<string, { connected: boolean }>;
}

async function ask({ questions }: Computer, method: 'GET' | 'POST', question: string): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${questions}/rest/${question}`, {
    method,
    headers: { 'X-API-Key': key },
  });
  if (!answer.ok) throw new Error(`Syncthing answers ${answer.status} to ${question}`);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** Two at a time, so that they differ. */
async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()].map((server) => server.listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return [ports[0] ?? 0, ports[1] ?? 0];
}
