import { readFile } from 'node:fs/promises';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: Record<string, unknown> }[];
}

/** A look-up of a name, a request to anything but the program itself, or a connection: whatever would leave the computer. */
const departures = /^(?:HOST_RESOLVER_|DNS_TRANSACTION|TCP_CONNECT|UDP_CONNECT|UDP_BYTES_SENT|QUIC_SESSION)/;

/** Flag by which Chromium writes down everything that its network does, from the start to the end. */
export function netLogFlag(path: string): string {
  return `--log-net-log=${path}`;
}

/** What left the computer, or tried to, according to a finished log. */
export async function departuresIn(path: string): Promise<string[]> {
  const { constants, events }: NetLog = JSON.parse(await readFile(path, 'utf8'));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  if (events.length === 0) throw new Error(`${path} is empty`);
  return events.flatMap(({ type, params }) => {
    const name = names.get(type) ?? '';
    const url = name === 'URL_REQUEST_START_JOB' && typeof params?.url === 'string' ? params.url : 'app:';
    return departures.test(name) || !url.startsWith('app:') ? [`${name} ${JSON.stringify(params ?? {})}`] : [];
  });
}
