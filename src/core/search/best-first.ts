const indexBits = 20;
const indexMask = 2 ** indexBits - 1;

/**
 * The indices of `scores`, none below 0, from the highest to the lowest, equal ones in their order. Numbers without a comparison
 * function are sorted ten times as fast as objects with one: the index takes the place of the last digits of its score.
 */
export function bestFirst(scores: readonly number[]): number[] {
  if (scores.length > indexMask) return byComparison(scores);
  const keys = Float64Array.from(scores);
  const words = new Uint32Array(keys.buffer);
  const low = isLittleEndian() ? 0 : 1;
  for (let index = 0; index < keys.length; index += 1) {
    const at = 2 * index + low;
    words[at] = ((words[at] ?? 0) & ~indexMask) | (indexMask - index);
  }
  keys.sort();
  const order: number[] = [];
  for (let at = keys.length - 1; at >= 0; at -= 1) order.push(indexMask - ((words[2 * at + low] ?? 0) & indexMask));
  return order;
}

function byComparison(scores: readonly number[]): number[] {
  return Array.from(scores, (_, index) => index).sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0));
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}
