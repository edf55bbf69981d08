import type { ReactNode } from 'react';
import { PreferenceSwitches } from '../app/preferences.tsx';
import { useText } from '../app/text.tsx';
import { Wordmark } from '../components/wordmark.tsx';
import './entrance.css';

/** The cover of the book: what stands before the desk. Left what Ashbook is for, right what is asked of the person. */
export function Entrance({
  wide = false,
  aside,
  children,
}: {
  wide?: boolean;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const text = useText();
  return (
    <div className={wide ? 'entrance entrance-wide' : 'entrance'}>
      <aside className="entrance-cover" aria-label={text('office.entrance.label')}>
        <Wordmark size="large" />
        <p className="entrance-claim">{text('office.entrance.claim')}</p>
        {aside ?? (
          <ol className="entrance-way">
            {(['collection', 'provision', 'destruction'] as const).map((room, index) => (
              <li key={room} className="entrance-stage">
                <span className="entrance-knot" aria-hidden="true">
                  {['I', 'II', 'III'][index]}
                </span>
                <span>
                  <strong className="entrance-stage-name">{text(`common.room.${room}`)}</strong>
                  <span className="entrance-stage-text">{text(`office.entrance.${room}`)}</span>
                </span>
              </li>
            ))}
          </ol>
        )}
        <p className="entrance-offline">{text('office.entrance.offline')}</p>
      </aside>
      <div className="entrance-page">
        <header className="entrance-tools">
          <PreferenceSwitches />
        </header>
        <main className="entrance-main">{children}</main>
      </div>
    </div>
  );
}
