import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { reloadBrokenPage } from '../../src/main/page-recovery.ts';

function openWindow() {
  const webContents = Object.assign(new EventEmitter(), { reload: vi.fn(), forcefullyCrashRenderer: vi.fn() });
  const window = Object.assign(new EventEmitter(), { webContents });
  const questions: { signal: AbortSignal; answer: (isWanted: boolean) => void }[] = [];
  const ask = (signal: AbortSignal) => new Promise<boolean>((answer) => void questions.push({ signal, answer }));
  reloadBrokenPage(...([window, ask] as unknown as Parameters<typeof reloadBrokenPage>));
  return { window, webContents, questions };
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
