import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { annotationIdSchema } from '../annotation/annotation-schema.ts';
import { annotationOfAddress } from './vocabulary.ts';

const crockfordDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The id in one of this program's own addresses; `undefined` for any other address, or where no id stands in it. */
export function ownIdOf(address: string): string | undefined {
  const id = annotationOfAddress(address);
  return annotationIdSchema.safeParse(id).success ? id : undefined;
}

/**
 * An id for what another program calls `name`: always the same one, so that a file can be read twice. Its first half, the
 * time of making in a ULID, is zero, so that it can never be an id that this program has made.
 */
export function derivedId(name: string): string {
  const digest = sha256(utf8ToBytes(name));
  let digits = '';
  // 16 digits of five bits are the first ten bytes.
  for (let digit = 0; digit < 16; digit += 1) {
    const bit = digit * 5;
    const pair = ((digest[bit >> 3] ?? 0) << 8) | (digest[(bit >> 3) + 1] ?? 0);
    digits += crockfordDigits[(pair >> (11 - (bit & 7))) & 31];
  }
  return `${'0'.repeat(10)}${digits}`;
}
