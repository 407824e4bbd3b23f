import { describe, expect, it } from 'vitest';
import type { DrawnPage, PagesRequest, PagesResponse } from '../../../../src/renderer/workers/pages/page-messages.ts';
import { type PagesPort, pagesClient } from '../../../../src/renderer/workers/pages/pages-client.ts';

const measures = { count: 12, width: 794, height: 1123 };

/** The worker's side of the fence: what it was asked, and what the test has it answer. */
class RecordingPort extends EventTarget implements PagesPort {
  readonly asked: PagesRequest[] = [];
  ended = false;

  postMessage(request: PagesRequest): void {
    this.asked.push(request);
    if (request.kind === 'open') queueMicrotask(() => this.tell({ kind: 'opened', file: request.file, ...measures }));
  }

  tell(data: PagesResponse): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  terminate(): void {
    this.ended = true;
  }

  /** The pages that it was asked for last. */
  get wanted(): number[] {
    const last = this.asked.at(-1);
    return last?.kind === 'want' ? last.pages.map(({ page }) => page) : [];
  }
}

class Picture {
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
}

function drawn(page: number, width = 700): DrawnPage & { picture: ImageBitmap & Picture } {
  return { page, width, lines: [`第 ${page} 页`], picture: new Picture() as ImageBitmap & Picture };
}

const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve));

async function opened() {
  const port = new RecordingPort();
  const client = pagesClient(port);
  const file = await client.open(new Uint8Array([1]));
  return { port, client, file };
}

describe('the pages of a file', () => {
  it('are asked for together, those nearest to the middle first', async () => {
    const { port, file } = await opened();
    file.lookAt(6);
    for (const page of [4, 5, 6, 7]) file.draw({ page, width: 700 }, () => undefined);
    await settled();
    expect(port.asked).toHaveLength(2);
    expect(port.wanted).toEqual([6, 5, 7, 4]);
  });

  it('go to who waits for them in this size', async () => {
    const { port, file } = await opened();
    const got: DrawnPage[] = [];
    file.draw({ page: 1, width: 700 }, (page) => got.push(page));
    const [small, right] = [drawn(1, 350), drawn(1)];
    port.tell({ kind: 'drawn', file: 1, ...small });
    port.tell({ kind: 'drawn', file: 1, ...right });
    expect(got.map(({ width }) => width)).toEqual([700]);
    expect([small.picture.isClosed, right.picture.isClosed]).toEqual([true, false]);
  });

  it('that went out of sight are not wanted any more, and given back if they come', async () => {
    const { port, file } = await opened();
    const leave = file.draw({ page: 3, width: 700 }, () => expect.unreachable());
    file.draw({ page: 4, width: 700 }, () => undefined);
    leave();
    await settled();
    expect(port.wanted).toEqual([4]);
    const late = drawn(3);
    port.tell({ kind: 'drawn', file: 1, ...late });
    expect(late.picture.isClosed).toBe(true);
  });

  it('are those of the file that is open: what was drawn of the one before is given back', async () => {
    const { port, client, file } = await opened();
    file.draw({ page: 1, width: 700 }, () => expect.unreachable());
    await client.open(new Uint8Array([2]));
    const old = drawn(1);
    port.tell({ kind: 'drawn', file: 1, ...old });
    expect(old.picture.isClosed).toBe(true);
  });
});

it('says why a file cannot be opened, and ends with its worker', async () => {
  const port = new RecordingPort();
  const client = pagesClient(port);
  const file = client.open(new Uint8Array([1]));
  port.tell({ kind: 'failed', file: 1, detail: 'no PDF' });
  await expect(file).rejects.toThrow('no PDF');
  client.end();
  expect(port.ended).toBe(true);
});
