import { useText } from '../app/text.tsx';
import { Entrance } from './entrance.tsx';
import { SetAside } from './set-aside.tsx';

/** In place of the sign-in: not even what the folder is can be read, so there is nobody to ask for a password. */
export function DamagedScreen() {
  const text = useText();
  return (
    <Entrance>
      <div className="stack">
        <h1>{text('office.damaged.title')}</h1>
        <p>{text('office.damaged.text')}</p>
        <SetAside />
      </div>
    </Entrance>
  );
}
