import { OutlineSketch } from './features/outline/outline-sketch.tsx';
import { ReadingSketch } from './features/reading/reading-sketch.tsx';
import { LeftPaneSketch } from './features/search/left-pane-sketch.tsx';
import appStyles from './shell/app.module.css';
import { usePaneWidths } from './shell/pane-widths.ts';
import paneStyles from './shell/panes.module.css';
import statusStyles from './shell/status-bar.module.css';
import toolbarStyles from './shell/toolbar.module.css';
import type { AppStore } from './store/app-store.ts';
import { StoreContext, useApp } from './store/use-app.ts';

/**
 * What the window shows while the code of its controls is still on the way: outline and text where the reader left them.
 * It looks like the application and is replaced by it a moment later.
 */
export function FirstFrame({ store }: { store: AppStore }) {
  return (
    <StoreContext value={store}>
      <div className={appStyles.window} aria-hidden inert>
        <div className={toolbarStyles.toolbar} />
        <Panes />
        <div className={statusStyles.bar} />
      </div>
    </StoreContext>
  );
}

function Panes() {
  const { outlineVisible, notesVisible } = useApp((state) => state.view);
  const widths = usePaneWidths();
  return (
    <div className={paneStyles.panes}>
      {outlineVisible ? (
        <div className={paneStyles.side} style={{ width: widths.outline }}>
          <LeftPaneSketch>
            <OutlineSketch />
          </LeftPaneSketch>
        </div>
      ) : null}
      <div className={paneStyles.middle}>
        <ReadingSketch />
      </div>
      {notesVisible ? <div className={paneStyles.side} style={{ width: widths.notes }} /> : null}
    </div>
  );
}
