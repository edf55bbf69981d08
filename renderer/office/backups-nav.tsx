import { useText } from '../app/text.tsx';
import { RoomNav } from '../components/room-nav.tsx';

/** Backups and the register of known copies: two places, one subject. */
export function CopiesNav() {
  const text = useText();
  return (
    <RoomNav
      label={text('office.copies.nav')}
      places={[
        { to: '/backups', label: text('office.backups.title') },
        { to: '/copies', label: text('office.known_copies.title') },
      ]}
    />
  );
}
