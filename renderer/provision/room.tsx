import { useText } from '../app/text.tsx';
import { RoomNav } from '../components/room-nav.tsx';

/** The places of this room. */
export function ProvisionNav() {
  const text = useText();
  return (
    <RoomNav
      label={text('provision.nav.label')}
      places={[
        { to: '/provision/vendors', label: text('provision.nav.vendors') },
        { to: '/provision/hand-overs', label: text('provision.nav.hand_overs') },
        { to: '/provision/provisions', label: text('provision.nav.provisions') },
        { to: '/provision/recalls', label: text('provision.nav.recalls') },
        { to: '/provision/uses', label: text('provision.nav.uses') },
      ]}
    />
  );
}
