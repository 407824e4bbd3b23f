/** So long a section stays on the screen before it counts as seen, ms: what only rushes by does not. */
const dwell = 500;
/** What has stayed is told together and no more often, ms: who hears it makes much anew. */
const pause = 100;

/** The sections on the screen, of which those are told that stay. */
export interface Stays {
  begin: (section: string) => void;
  /** Without a section: the end of all; what has stayed until then is told at once. */
  end: (section?: string) => void;
}

/** Waits for each section whether it stays. */
export function createStays(onStay: (sections: string[]) => void): Stays {
  const since = new Map<string, number>();
  const due = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (section: string) => {
    const start = since.get(section);
    if (start !== undefined && performance.now() - start >= dwell) due.add(section);
    since.delete(section);
  };
  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    if (due.size === 0) return;
    const sections = [...due];
    due.clear();
    onStay(sections);
  };
  const look = () => {
    const now = performance.now();
    for (const [section, start] of since) if (now - start >= dwell) end(section);
    tell();
    if (since.size > 0) timer = setTimeout(look, Math.max(pause, Math.min(...since.values()) + dwell - now));
  };
  return {
    begin: (section) => {
      end(section);
      since.set(section, performance.now());
      timer ??= setTimeout(look, dwell);
    },
    end: (section) => {
      if (section !== undefined) return end(section);
      for (const each of [...since.keys()]) end(each);
      tell();
    },
  };
}
