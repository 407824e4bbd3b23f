import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flushBeforeClose } from '../../src/main/closing.ts';
import { reloadBrokenPage } from '../../src/main/page-recovery.ts';

function openWindow() {
  const webContents = Object.assign(new EventEmitter(), { reload: vi.fn(), forcefullyCrashRenderer: vi.fn() });
  const window = Object.assign(new EventEmitter(), { webContents, close: vi.fn(), destroy: vi.fn() });
  const questions: { signal: AbortSignal; answer: (isWanted: boolean) => void }[] = [];
  const ask = (signal: AbortSignal) => new Promise<boolean>((answer) => void questions.push({ signal, answer }));
  const askAgain = vi.fn<() => Promise<boolean>>();
  reloadBrokenPage(...([window, ask, askAgain] as unknown as Parameters<typeof reloadBrokenPage>));
  return { window, webContents, questions, askAgain };
}

describe('a page whose process has ended', () => {
  it.each([
    ['crashed', 1],
    ['oom', 1],
    ['killed', 1],
    ['clean-exit', 0],
  ])('by %s is loaded again so many times: %i', (reason, times) => {
    const { webContents } = openWindow();
    webContents.emit('render-process-gone', {}, { reason });
    expect(webContents.reload).toHaveBeenCalledTimes(times);
  });
});

describe('a page that ends again and again', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());
  const end = ({ webContents }: ReturnType<typeof openWindow>, times: number, pause: number) => {
    for (let time = 0; time < times; time += 1) {
      webContents.emit('render-process-gone', {}, { reason: 'crashed' });
      vi.advanceTimersByTime(pause);
    }
  };

  it.each([
    ['is loaded once more when the reader wants that', true, 4, 0],
    ['is given up when the reader has had enough', false, 3, 1],
  ])('%s', async (_case, isWanted, loads, closings) => {
    const opened = openWindow();
    opened.askAgain.mockResolvedValue(isWanted);
    end(opened, 4, 1000);
    expect(opened.askAgain).toHaveBeenCalledOnce();
    expect(opened.webContents.reload).toHaveBeenCalledTimes(3);
    await Promise.resolve();
    await Promise.resolve();
    expect(opened.webContents.reload).toHaveBeenCalledTimes(loads);
    expect(opened.window.close).toHaveBeenCalledTimes(closings);
  });

  it('is given up only when all that is being written is on the disk', async () => {
    const { window, webContents, askAgain } = openWindow();
    let settle: (lost: number) => void = () => undefined;
    const settled = new Promise<number>((resolve) => {
      settle = resolve;
    });
    const closing = { requestFlush: vi.fn(), settle: () => settled, confirmLoss: vi.fn(), confirmLeaving: vi.fn() };
    flushBeforeClose(...([window, closing] as unknown as Parameters<typeof flushBeforeClose>));
    window.close.mockImplementation(() => window.emit('close', { preventDefault: () => undefined }));
    webContents.emit('did-finish-load');
    askAgain.mockResolvedValue(false);
    end({ webContents } as ReturnType<typeof openWindow>, 4, 1000);
    await vi.waitFor(() => expect(window.close).toHaveBeenCalledOnce());
    expect(window.destroy).not.toHaveBeenCalled();
    settle(0);
    await vi.waitFor(() => expect(window.destroy).toHaveBeenCalledOnce());
    expect(closing.requestFlush, 'there is no page that could answer').not.toHaveBeenCalled();
  });

  it('is not asked about where it ends now and then', () => {
    const opened = openWindow();
    end(opened, 12, 21_000);
    expect(opened.askAgain).not.toHaveBeenCalled();
    expect(opened.webContents.reload).toHaveBeenCalledTimes(12);
  });
});

describe('a page that hangs', () => {
  it('is ended when the reader does not want to wait, and asked about once', async () => {
    const { window, webContents, questions } = openWindow();
    window.emit('unresponsive');
    window.emit('unresponsive');
    expect(questions).toHaveLength(1);
    questions[0]?.answer(true);
    await vi.waitFor(() => expect(webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce());
  });

  it('is left alone when the reader waits, and asked about again when it hangs again', async () => {
    const { window, webContents, questions } = openWindow();
    window.emit('unresponsive');
    questions[0]?.answer(false);
    await Promise.resolve();
    await Promise.resolve();
    window.emit('unresponsive');
    expect(questions).toHaveLength(2);
    expect(webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
  });

  it.each(['responsive', 'render-process-gone'])('and then is %s: the question is withdrawn', async (event) => {
    const { window, webContents, questions } = openWindow();
    window.emit('unresponsive');
    if (event === 'responsive') window.emit(event);
    else webContents.emit(event, {}, { reason: 'crashed' });
    expect(questions[0]?.signal.aborted).toBe(true);
    questions[0]?.answer(true);
    await Promise.resolve();
    expect(webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
  });
});
