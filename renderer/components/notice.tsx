import { useSyncExternalStore } from 'react';
import { useText } from '../app/text.tsx';
import { Button } from './button.tsx';
import './notes.css';

interface Notice {
  id: number;
  message: string;
  tone: 'plain' | 'ember';
}

const lifetime = 8000;
let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function setNotices(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

/** Says that something is done: `notify(text('collection.capture.saved'))`. Never with personal data in it. */
export function notify(message: string, tone: 'plain' | 'ember' = 'plain'): void {
  lastId += 1;
  const id = lastId;
  setNotices([...notices.slice(-2), { id, message, tone }]);
  setTimeout(() => dismiss(id), lifetime);
}

function dismiss(id: number): void {
  setNotices(notices.filter((notice) => notice.id !== id));
}

/** Stands once in the application; read out politely by screen readers. */
export function NoticeRegion() {
  const text = useText();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
  );
  return (
    <div className="notice-region" role="status" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className={`notice notice-${notice.tone}`}>
          <p>{notice.message}</p>
          <Button kind="text" onPress={() => dismiss(notice.id)}>
            {text('common.close')}
          </Button>
        </div>
      ))}
    </div>
  );
}
