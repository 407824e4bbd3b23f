/*
 * What the runners of tests wrote down, counted, with the names of what failed: in a long log they are far above the end.
 */
import { readJson } from './command.mjs';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {string} [note]
 * @property {readonly string[]} [names] of what failed, or passed at the second attempt only, each with its reason
 */

/**
 * @typedef {{ title: string, file: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * Of unit tests and of faults.
 *
 * @param {string} file
 * @param {number} code how the runner ended
 * @returns {Count}
 */
export function countUnitTests(file, code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: { name: string, message: string, status: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} */
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = readJson(file);
  const names = testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [named(name, message)] : [];
    return failed.map(({ fullName, failureMessages }) => named(fullName, failureMessages[0]));
  });
  return { ...count(code, numPassedTests, numFailedTests, numPendingTests), names };
}

/**
 * Of stories. What passes at the second attempt is told: it is a fault of the story or of the application all the same.
 *
 * @param {string} file
 * @param {number} code how the runner ended
 * @returns {Count}
 */
export function countStories(file, code) {
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, suites: Suite[] }} */
  const { stats, suites } = readJson(file);
  const { expected, unexpected, flaky, skipped } = stats;
  const counted = count(code, expected + flaky, unexpected, skipped);
  const names = suites
    .flatMap(specsOf)
    .flatMap(({ title, file: story, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ status, results }) => named(`${story} › ${title} (${status})`, results[0]?.error?.message)),
    );
  const note = flaky > 0 ? `${counted.note} ${flaky} at the second attempt`.trim() : counted.note;
  return { ...counted, names, ...(note && { note }) };
}

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/**
 * @param {string} name
 * @param {string | undefined} reason
 */
function named(name, reason = '') {
  return `${name}: ${reason.split('\n', 1)[0]}`;
}

/**
 * A runner may fail without a failed test: a file that does not load, or no test at all.
 *
 * @param {number} code
 * @param {number} passed
 * @param {number} failed
 * @param {number} skipped
 */
function count(code, passed, failed, skipped) {
  const note = skipped > 0 ? `${skipped} skipped` : '';
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), note };
}
