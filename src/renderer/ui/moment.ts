/** A moment as 2026-11-23 14:05, in the time zone of this computer. */
export function momentInWords(timestamp: string): string {
  const then = new Date(timestamp);
  const pad = (value: number) => String(value).padStart(2, '0');
  const date = `${then.getFullYear()}-${pad(then.getMonth() + 1)}-${pad(then.getDate())}`;
  return `${date} ${pad(then.getHours())}:${pad(then.getMinutes())}`;
}
