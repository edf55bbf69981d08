import { useText } from '../app/text.tsx';
import { RoomNav } from '../components/room-nav.tsx';

/** The places of this room. */
export function RetentionNav() {
  const text = useText();
  return (
    <RoomNav
      label={text('retention.nav.label')}
      places={[
        { to: '/retention', label: text('retention.nav.review'), isExact: true },
        { to: '/retention/calendar', label: text('retention.nav.calendar') },
        { to: '/retention/holds', label: text('retention.nav.holds') },
        { to: '/retention/rules', label: text('retention.nav.rules') },
        { to: '/retention/settings', label: text('retention.nav.settings') },
      ]}
    />
  );
}
