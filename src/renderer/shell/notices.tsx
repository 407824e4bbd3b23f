import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { messages } from '#messages/zh-CN';
import { isPresenting } from '../store/dialogs.ts';
import { isLasting, mostNotices, type Notice } from '../store/notices.ts';
import { useApp } from '../store/use-app.ts';
import { IconButton } from '../ui/button.tsx';
import { useNoticePlace } from '../ui/notice-place.ts';
import styles from './notices.module.css';

const words = messages.application.notices;
/** A message that something is done goes by itself, ms; an error stays until it is read. */
const lifetime = 6000;

/**
 * In the head of the open dialog, which makes everything else in the page inert; without one, over the foot of the text. While
 * slides are shown they wait: nobody before the screen is to read them, or to press what they offer.
 */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const isOverBar = useApp((state) => state.attaching !== null);
  const dialog = useNoticePlace();
  const waits = useApp(isPresenting);
  const place = dialog !== undefined ? 'dialog' : isOverBar ? 'bar' : 'text';
  return createPortal(
    <section className={styles.region} aria-label={words.region} data-place={place} data-react-aria-top-layer>
      {waits ? null : notices.slice(-mostNotices).map((notice) => <NoticeView key={notice.id} notice={notice} />)}
    </section>,
    dialog ?? document.body,
  );
}

function NoticeView({ notice }: { notice: Notice }) {
  const dismiss = useApp((state) => state.dismissNotice);
  const { id, kind, text, detail, action } = notice;
  const stays = isLasting(notice);
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => dismiss(id), lifetime);
    return () => clearTimeout(timer);
  }, [id, stays, dismiss]);
  return (
    <div className={styles.notice} data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'error' ? (
        <CircleAlert size={17} strokeWidth={1.75} aria-hidden />
      ) : (
        <CircleCheck size={17} strokeWidth={1.75} aria-hidden />
      )}
      <div className={styles.text}>
        {text}
        {detail === undefined ? null : <small>{detail}</small>}
      </div>
      {action === undefined ? null : (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton
        name={words.dismiss}
        placement="top"
        icon={<X size={15} strokeWidth={1.6} />}
        onPress={() => dismiss(id)}
      />
    </div>
  );
}
