import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText } from './canonical-text.ts';
import type { PlanDocument } from './plan.ts';

const hashes = new WeakMap<PlanDocument, string>();

/** `sha256-` and the first 16 hexadecimal digits of the SHA-256 of the plan's canonical text in UTF-8. */
export function textHash(plan: PlanDocument): string {
  let hash = hashes.get(plan);
  if (hash === undefined) {
    hash = `sha256-${bytesToHex(sha256(utf8ToBytes(canonicalText(plan)))).slice(0, 16)}`;
    hashes.set(plan, hash);
  }
  return hash;
}
