import { useEffect } from 'react';
import { useText } from './text.tsx';

/**
 * Says by the operating system what the clock has brought, while somebody may be at another window or behind the lock: how much is
 * due or late, and nothing about anybody. What was said is replaced by what is said next.
 */
export function useSystemNotices(): void {
  const text = useText();
  useEffect(
    () =>
      window.ashbook.on((event) => {
        if (event.event !== 'notice' || !('Notification' in window) || Notification.permission !== 'granted')
          return;
        const { due, late, lateSoon } = event;
        const notice = new Notification(text('retention.notice.title'), {
          body: [
            late > 0 ? text('retention.notice.late', { count: late }) : '',
            lateSoon > 0 ? text('retention.notice.late_soon', { count: lateSoon }) : '',
            due > 0 ? text('retention.notice.due', { count: due }) : '',
          ]
            .filter((line) => line !== '')
            .join('\n'),
          tag: 'ashbook',
        });
        notice.onclick = () => window.focus();
      }),
    [text],
  );
}
