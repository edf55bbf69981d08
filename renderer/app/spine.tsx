import { Link, useLocation } from '@tanstack/react-router';
import { Wordmark } from '../components/wordmark.tsx';
import { useCall } from './call.ts';
import { mayEnter, type RoomPlace, roomPlaces } from './rooms.ts';
import { useMay, useUser } from './session.ts';
import { SessionButtons } from './session-buttons.tsx';
import { useText } from './text.tsx';
import './spine.css';

/**
 * The back of the book: the way of a record through its stages, sewn by one thread, with what each stage has to say. All three
 * stages stand there for everybody; only the rooms a person may enter are links.
 */
export function Spine() {
  const text = useText();
  const may = useMay();
  const user = useUser();
  return (
    <aside className="spine" aria-label={text('office.spine.aside')}>
      <Link to="/" className="spine-name" aria-label={text('office.spine.home')}>
        <Wordmark />
      </Link>
      <nav className="spine-nav" aria-label={text('office.spine.label')}>
        <ol className="spine-places">
          {roomPlaces
            .filter((place) => place.stage !== null || mayEnter(place, may))
            .map((place) => (
              <li
                key={place.room}
                className="spine-place"
                data-stage={place.stage ?? undefined}
                data-room={place.room}
              >
                <Place place={place} isOpen={mayEnter(place, may)} />
              </li>
            ))}
        </ol>
      </nav>
      <div className="spine-user">
        <div className="spine-user-name">{user.displayName}</div>
        <div className="spine-user-roles">
          {user.roles.map((role) => text(`office.role.${role}`)).join(' · ')}
        </div>
        <SessionButtons />
      </div>
    </aside>
  );
}

/** Screens of the desk that do not stand below its own path. */
const officePaths = ['/users', '/keys', '/backups', '/copies'];

function Place({ place, isOpen }: { place: RoomPlace; isOpen: boolean }) {
  const text = useText();
  const path = useLocation().pathname;
  const home = useCall('office.home', {}).data;
  const remark = home ? place.remark(home) : null;
  const face = (
    <>
      <span className="spine-knot" aria-hidden="true">
        {place.stage}
      </span>
      <span className="spine-room">{text(`common.room.${place.room}`)}</span>
      <span className="spine-remark" data-urgency={remark?.urgency}>
        {isOpen ? remark && text(remark.key, remark.params) : text('office.spine.closed')}
      </span>
    </>
  );
  if (!isOpen) {
    return (
      <span className="spine-link" aria-disabled="true">
        {face}
      </span>
    );
  }
  const number = roomPlaces.indexOf(place) + 1;
  const isHere =
    place.path === '/'
      ? path === '/' || officePaths.some((each) => path.startsWith(each))
      : path.startsWith(place.path);
  return (
    <Link
      to={place.path}
      className="spine-link"
      activeOptions={{ exact: place.path === '/' }}
      data-here={isHere || undefined}
      aria-keyshortcuts={`Alt+${number}`}
    >
      {face}
    </Link>
  );
}
