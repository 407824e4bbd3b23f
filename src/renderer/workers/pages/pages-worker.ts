import { loadEngine, type OpenPages, openPages } from './draw-pages.ts';
import type { PagesRequest, PagesResponse, WantedPage } from './page-messages.ts';

let open: { file: number; pages: OpenPages } | undefined;
let wanted: readonly WantedPage[] = [];
let isDrawing = false;

const tell = (response: PagesResponse, transfer: Transferable[] = []) => self.postMessage(response, { transfer });

/** One page after the other, always the first of those that are wanted by now. */
async function drawNext(): Promise<void> {
  if (isDrawing) return;
  isDrawing = true;
  try {
    for (let next = wanted[0]; open !== undefined && next !== undefined; next = wanted[0]) {
      const { file, pages } = open;
      wanted = wanted.slice(1);
      const drawn = await pages.draw(next);
      tell({ kind: 'drawn', file, ...drawn }, [drawn.picture]);
    }
  } finally {
    isDrawing = false;
  }
}

/** The file before stays open until this one is. */
async function openFile(file: number, bytes: Uint8Array): Promise<void> {
  try {
    const pages = await openPages(bytes);
    const before = open;
    open = { file, pages };
    wanted = [];
    tell({ kind: 'opened', file, count: pages.count, width: pages.width, height: pages.height });
    await before?.pages.close();
  } catch (error) {
    tell({ kind: 'failed', file, detail: String(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<PagesRequest>) => {
  if (data.kind === 'open') return void openFile(data.file, data.bytes);
  if (data.kind !== 'want' || data.file !== open?.file) return undefined;
  wanted = data.pages;
  // A page that was closed over its drawing is no longer wanted by anybody.
  return void drawNext().catch((error: unknown) => console.warn(error));
});

// The engine is large: it is fetched while the file is still being made.
void loadEngine();
