import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { mayEnter, roomPlaces } from './rooms.ts';
import { useMay, useSessionSend } from './session.ts';

/** Whether a `?` belongs to what is being written. */
function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLElement && (target.isContentEditable || target.tagName === 'TEXTAREA');
}

/** Alt+1 to Alt+7 open the rooms, Ctrl+K finds a person or a box, Ctrl+L locks, `?` shows the shortcuts. A dialog keeps the keyboard to itself, but for Ctrl+L. */
export function useShortcuts(showHelp: () => void, search: () => void): void {
  const navigate = useNavigate();
  const may = useMay();
  const { mutate: lock } = useSessionSend('office.lock');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyL') {
        event.preventDefault();
        lock({});
        return;
      }
      if (document.querySelector('.dialog') !== null) return;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyK') {
        event.preventDefault();
        if (may('collection.read_people') || may('paper.read')) search();
        return;
      }
      if (event.altKey && !event.ctrlKey && !event.metaKey && /^Digit[1-7]$/.test(event.code)) {
        const place = roomPlaces[Number(event.code.slice(-1)) - 1];
        if (!place || !mayEnter(place, may)) return;
        event.preventDefault();
        void navigate({ to: place.path });
        return;
      }
      if (event.key === '?' && !isWriting(event.target)) {
        event.preventDefault();
        showHelp();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, may, lock, showHelp, search]);
}
