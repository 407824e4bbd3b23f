/** @typedef {import('./source-file.mjs').Rule} Rule */

const emptyNames = /(^|[-/.])(utils?|utilities|helpers?|common|misc|managers?)([-/.]|$)/;

/**
 * A name that fits everything says nothing, and its file attracts everything.
 *
 * @type {Rule}
 */
export function meaningfulNames({ path }) {
  const empty = emptyNames.exec(path.replace(/^src\//, ''))?.[2];
  return empty ? [{ offset: 0, message: `“${empty}” does not say what the file is for` }] : [];
}

/**
 * @type {Rule}
 */
export function noSuppressions({ comments }) {
  return comments.flatMap(({ value, start }) => {
    const suppression = /@ts-(?:ignore|expect-error|nocheck)|biome-ignore|eslint-disable|v8 ignore/.exec(value)?.[0];
    return suppression ? [{ offset: start, message: `${suppression}: mend the cause` }] : [];
  });
}
