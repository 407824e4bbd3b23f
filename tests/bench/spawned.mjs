import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { sandboxFlags } from '../../scripts/sandbox.mjs';
import { memoryOfTree } from './process-tree.mjs';

/**
 * Starts a program, leaves it alone for a while, and only then asks its page what it has noted of its start, so that
 * nothing looks on while it starts.
 *
 * @template Value
 * @param {{ executable: string, application: string, profile: string, rest: number }} program `rest` in milliseconds
 * @param {() => Value | undefined} question runs in the page; `undefined` is a failure
 * @returns {Promise<{ answer: Value, begin: number, memory: number }>} `begin`: when it was started, in ms since 1970;
 *   memory in bytes
 */
export async function startAndAsk({ executable, application, profile, rest }, question) {
  const flags = [`--user-data-dir=${profile}`, '--remote-debugging-port=0', '--log-level=3', '--lang=zh-CN'];
  const parameters = [...(await sandboxFlags(executable)), application, ...flags];
  const begin = Date.now();
  const child = spawn(executable, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  await wait(rest);
  const memory = await memoryOfTree(child.pid ?? 0);
  const address = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
  if (address === undefined) throw new Error(`${application} did not start within ${rest} ms:\n${output}`);
  const answer = await ask(address, question);
  const end = once(child, 'exit');
  child.kill();
  await end;
  if (answer === undefined) throw new Error(`${application} was not ready within ${rest} ms`);
  return { answer, begin, memory };
}

/**
 * @template Value
 * @param {string} address
 * @param {() => Value | undefined} question
 */
async function ask(address, question) {
  const browser = await chromium.connectOverCDP(address, { noDefaults: true, timeout: 120_000 });
  const answer = await browser.contexts()[0]?.pages()[0]?.evaluate(question);
  await browser.close();
  return answer;
}
