import type { DrawnPage, PageMeasures, PagesRequest, PagesResponse, WantedPage } from './page-messages.ts';

/** A PDF whose pages can be seen, until the next one is opened. */
export interface PageFile extends PageMeasures {
  /** Has a page drawn, and told to `onDrawn`, unless the function that is answered is called before. */
  draw(wanted: WantedPage, onDrawn: (drawn: DrawnPage) => void): () => void;
  /** The page that is in the middle of what is seen: those around it are drawn first. */
  lookAt(page: number): void;
}

/** Opens one PDF after the other. */
export interface PagesClient {
  /** Rejects where that cannot be done. */
  open(bytes: Uint8Array): Promise<PageFile>;
  /** Gives everything back that the files take. */
  end(): void;
}

/** What the client needs of a `Worker`. */
export type PagesPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

export function startPagesWorker(): PagesClient {
  return pagesClient(new Worker(new URL('./pages-worker.ts', import.meta.url), { type: 'module', name: 'pages' }));
}

/** What draws in between is in the worker; here is who waits for which page. */
export function pagesClient(port: PagesPort): PagesClient {
  const waiting = new Map<number, (response: PagesResponse) => void>();
  let files = 0;
  port.addEventListener('message', ({ data }: MessageEvent<PagesResponse>) => {
    const isDrawn = data.kind === 'drawn';
    const told = waiting.get(data.file);
    if (told !== undefined) told(data);
    else if (isDrawn) data.picture.close();
  });
  const ask = (request: PagesRequest) => port.postMessage(request);
  return {
    open: (bytes) =>
      new Promise((resolve, reject) => {
        files += 1;
        const file = files;
        const orders = createOrders((pages) => ask({ kind: 'want', file, pages }));
        waiting.set(file, (response) => {
          if (response.kind === 'drawn') return orders.deliver(response);
          if (response.kind === 'failed') return reject(new Error(response.detail));
          for (const before of waiting.keys()) if (before < file) waiting.delete(before);
          const { count, width, height } = response;
          return resolve({ count, width, height, draw: orders.add, lookAt: orders.lookAt });
        });
        ask({ kind: 'open', file, bytes });
      }),
    end: () => port.terminate(),
  };
}

/** Who waits for which pages of a file. What comes into sight in one go is asked for in one go. */
function createOrders(ask: (pages: WantedPage[]) => void) {
  const orders = new Set<WantedPage & { onDrawn: (drawn: DrawnPage) => void }>();
  let middle = 1;
  let isAsking = false;
  const askSoon = () => {
    if (isAsking) return;
    isAsking = true;
    queueMicrotask(() => {
      isAsking = false;
      const nearest = [...orders].sort((one, other) => Math.abs(one.page - middle) - Math.abs(other.page - middle));
      ask(nearest.map(({ page, width }) => ({ page, width })));
    });
  };
  return {
    add: (wanted: WantedPage, onDrawn: (drawn: DrawnPage) => void) => {
      const order = { ...wanted, onDrawn };
      orders.add(order);
      askSoon();
      return () => {
        if (orders.delete(order)) askSoon();
      };
    },
    lookAt: (page: number) => {
      middle = page;
      if (orders.size > 0) askSoon();
    },
    deliver: (drawn: DrawnPage) => {
      const order = [...orders].find(({ page, width }) => page === drawn.page && width === drawn.width);
      if (order === undefined) return drawn.picture.close();
      orders.delete(order);
      return order.onDrawn(drawn);
    },
  };
}
