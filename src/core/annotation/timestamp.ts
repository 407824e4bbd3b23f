const crockfordDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A moment as the note file writes it: ISO 8601 to the second with the local offset, e.g. `2026-11-23T09:20:00+08:00`.
 * `offset` is the local time's distance from UTC in minutes, positive to the east.
 */
export function formatTimestamp(moment: Date, offset: number = -moment.getTimezoneOffset()): string {
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const sign = offset < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${local}${sign}${hours}:${minutes}`;
}

/** The moment that a ULID was made, in UTC, for a note whose own time is missing or spoilt. */
export function timestampFromId(id: string): string {
  let milliseconds = 0;
  for (const digit of id.slice(0, 10)) milliseconds = milliseconds * 32 + crockfordDigits.indexOf(digit);
  // The ten digits of an id hold 48 bits, the latest year of a four-digit ISO time is far below that.
  const latest = Date.UTC(9999, 11, 31);
  return formatTimestamp(new Date(Math.min(Math.max(milliseconds, 0), latest)), 0);
}
