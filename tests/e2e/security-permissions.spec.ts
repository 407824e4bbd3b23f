import { _electron as electron, type Page } from '@playwright/test';
import { openArguments, test } from './attacks/fixtures.ts';
import { expect } from './fixtures.ts';

/** Gives the browser a camera and a microphone that there need not be. */
const devices = '--use-fake-device-for-media-stream';

const states = [
  'accelerometer',
  'background-fetch',
  'background-sync',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'screen-wake-lock',
  'window-management',
];

/** Expressions that ask for something; a promise that fails, or a value that says no, is a refusal. */
const requests: Record<string, string> = {
  camera: 'navigator.mediaDevices.getUserMedia({ video: true })',
  microphone: 'navigator.mediaDevices.getUserMedia({ audio: true })',
  'the screen': 'navigator.mediaDevices.getDisplayMedia()',
  place: 'new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))',
  notifications: 'Notification.requestPermission()',
  'reading the clipboard': 'navigator.clipboard.readText()',
  'writing the clipboard': "navigator.clipboard.writeText('x')",
  'MIDI devices': 'navigator.requestMIDIAccess({ sysex: true })',
  'keeping the screen on': "navigator.wakeLock.request('screen')",
  'lasting storage': 'navigator.storage.persist()',
  idleness: 'IdleDetector.requestPermission()',
  'the screens': 'getScreenDetails()',
  'fonts of the system': 'queryLocalFonts().then((fonts) => fonts.length > 0)',
  'HID devices': 'navigator.hid.requestDevice({ filters: [] }).then((devices) => devices.length > 0)',
  'serial ports': 'navigator.serial.requestPort()',
  'USB devices': 'navigator.usb.requestDevice({ filters: [] })',
  'the pointer':
    "new Promise((yes, no) => { document.addEventListener('pointerlockchange', yes, { once: true });" +
    " document.addEventListener('pointerlockerror', () => no(Error('refused')), { once: true });" +
    ' document.body.requestPointerLock()?.catch?.(no); })',
  'service workers': "navigator.serviceWorker.register('/worker.js')",
  'a handler of links': "Promise.resolve(navigator.registerProtocolHandler('web+x', 'https://example.cn/%s'))",
};

/** Asks as if the reader had just clicked. */
async function ask(page: Page, expression: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const wrapped = `(async () => ${expression})().then((value) => String(value), (error) => 'refused: ' + (error?.name ?? error?.code ?? error))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression: wrapped,
    userGesture: true,
    awaitPromise: true,
  });
  return String(result.value);
}

function query(page: Page): Promise<string[]> {
  return page.evaluate(async (names) => {
    const answers = names.map(async (name) => {
      // engines that have not heard of a permission cannot give it either
      const status = await navigator.permissions.query({ name: name as PermissionName }).catch(() => undefined);
      return `${name}: ${status?.state ?? 'unknown'}`;
    });
    return Promise.all(answers);
  }, states);
}

test('no permission is given, however it is asked for', async ({ launch, allowProblem }) => {
  allowProblem(/Permissions|permission|Violation|not allowed/i);
  const { window } = await launch({ flags: [devices] });
  await expect(window.getByRole('tree', { name: '目录' })).toBeVisible();
  const answers = await query(window);
  expect(answers.filter((answer) => !/: (?:denied|unknown)$/.test(answer))).toEqual([]);
  expect(answers.filter((answer) => answer.endsWith('denied')).length).toBeGreaterThan(15);
  for (const [name, expression] of Object.entries(requests)) {
    expect(await ask(window, expression), name).toMatch(/^(?:refused: .*|denied|false)$/);
  }
  await window.evaluate(() => void document.body.requestFullscreen().catch(() => undefined));
  expect(await ask(window, 'Promise.resolve(document.fullscreenElement !== null)')).toBe('false');
});

test('control: an application without guards gives them', async ({ outside }, testInfo) => {
  const app = await electron.launch({ args: [...openArguments(testInfo.outputPath('open-profile')), devices] });
  const page = await app.firstWindow();
  await page.goto(`${outside.address}/`);
  const answers = await query(page);
  expect(answers).toContain('geolocation: granted');
  expect(answers.filter((answer) => answer.endsWith('granted')).length).toBeGreaterThan(8);
  expect(await ask(page, requests.camera ?? '')).toContain('MediaStream');
  expect(await ask(page, requests.notifications ?? '')).toBe('granted');
  await app.close();
});
