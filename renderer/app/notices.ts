import { useEffect } from 'react';
import type { RecordsEvent } from '../../shared/contract/answer.ts';
import type { Text } from '../../shared/text/messages.ts';
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
        if (!('Notification' in window) || Notification.permission !== 'granted') return;
        const said = noticeOf(event, text);
        if (said === null) return;
        const notice = new Notification(said.title, {
          body: said.lines.filter((line) => line !== '').join('\n'),
          tag: said.tag,
        });
        notice.onclick = () => window.focus();
      }),
    [text],
  );
}

function noticeOf(event: RecordsEvent, text: Text): { title: string; lines: string[]; tag: string } | null {
  if (event.event === 'notice') {
    const { due, late, lateSoon } = event;
    return {
      title: text('retention.notice.title'),
      lines: [
        late > 0 ? text('retention.notice.late', { count: late }) : '',
        lateSoon > 0 ? text('retention.notice.late_soon', { count: lateSoon }) : '',
        due > 0 ? text('retention.notice.due', { count: due }) : '',
      ],
      tag: 'ashbook',
    };
  }
  if (event.event !== 'scheduled') return null;
  const { carriedOut, notCarriedOut } = event;
  return {
    title: text('destruction.notice.title'),
    lines: [
      carriedOut > 0 ? text('destruction.notice.carried_out', { count: carriedOut }) : '',
      notCarriedOut > 0 ? text('destruction.notice.not_carried_out', { count: notCarriedOut }) : '',
    ],
    tag: 'ashbook-scheduled',
  };
}
