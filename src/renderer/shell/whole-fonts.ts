import type { AppState, AppStore } from '../store/app-store.ts';
import { painted } from '../ui/painted.ts';

/** What the window starts with: the characters of the plan that ships and of the interface, in each of its faces. */
const startFamily = 'Reader Serif';
const wholeFaces = ['400 16px "Noto Serif SC"', '400 16px "Noto Sans SC"', '700 16px "Noto Sans SC"'];

/**
 * The whole faces, in slices, are asked for when there is text of anybody else: notes, another plan, a file that is imported, or something typed; else
 * while nothing happens, since new faces have all that is shown styled anew. A slice that arrives lays out the page anew, so
 * those that a text needs come first, and together.
 */
export function loadWholeFonts(store: AppStore): void {
  let isAsked = false;
  const load = async () => {
    if (isAsked) return;
    isAsked = true;
    document.removeEventListener('input', load, { capture: true });
    // Not together with what has just come.
    await painted();
    await import('../styles/fonts.css');
    await loadSlices(store.getState());
    document.documentElement.dataset.fonts = 'whole';
    stop();
    store.subscribe((state, before) => {
      if (state.plan !== before.plan) void painted().then(() => loadSlices(store.getState()));
    });
  };
  const look = (state: AppState, before?: AppState) => {
    const isOther = state.plan !== before?.plan && charactersBeyond(startFamily, textsOf(state)) !== '';
    if (isOther || state.annotations.length > 0 || state.documentImport !== null) void load();
  };
  const stop = store.subscribe(look);
  document.addEventListener('input', load, { capture: true });
  look(store.getState());
  requestIdleCallback(() => void load());
}

async function loadSlices(state: AppState): Promise<void> {
  const others = charactersBeyond(startFamily, textsOf(state));
  if (others !== '') await Promise.allSettled(wholeFaces.map((face) => document.fonts.load(face, others)));
}

function textsOf({ plan, annotations }: AppState): string[] {
  const notes = annotations.flatMap(({ body, tags, target }) => [body, target.exact, ...tags]);
  return [...(plan?.blocks.map(({ text }) => text) ?? []), ...notes];
}

function charactersBeyond(family: string, texts: readonly string[]): string {
  const covered = charactersOf(family);
  const others = new Set<string>();
  for (const text of texts) {
    for (const character of text) if (!covered.has(character.codePointAt(0) ?? 0)) others.add(character);
  }
  return [...others].join('');
}

/** What the `unicode-range` of a family's faces names. */
function charactersOf(family: string): Set<number> {
  const characters = new Set<number>();
  for (const face of document.fonts) {
    if (face.family.replaceAll('"', '') !== family) continue;
    for (const [, first = '', last = first] of face.unicodeRange.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)) {
      const end = Number.parseInt(last, 16);
      for (let code = Number.parseInt(first, 16); code <= end; code += 1) characters.add(code);
    }
  }
  return characters;
}
