import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { RoomNav } from '../components/room-nav.tsx';

/** The places of this room: people for those who serve them, consent forms for everybody. */
export function CollectionNav() {
  const text = useText();
  const may = useMay();
  return (
    <RoomNav
      label={text('collection.nav.label')}
      places={[
        ...(may('collection.read_people')
          ? [{ to: '/collection/people' as const, label: text('collection.nav.people') }]
          : []),
        ...(may('collection.capture')
          ? [{ to: '/collection/capture' as const, label: text('collection.nav.capture') }]
          : []),
        ...(may('collection.read_requests')
          ? [{ to: '/collection/requests' as const, label: text('collection.nav.requests') }]
          : []),
        ...(may('collection.import')
          ? [{ to: '/collection/import' as const, label: text('collection.nav.import') }]
          : []),
        ...(may('collection.read_people')
          ? [{ to: '/collection/renewals' as const, label: text('collection.nav.renewals') }]
          : []),
        { to: '/collection/forms', label: text('collection.nav.forms') },
        ...(may('collection.read_forms')
          ? [{ to: '/collection/catalogue' as const, label: text('collection.nav.catalogue') }]
          : []),
      ]}
    />
  );
}
