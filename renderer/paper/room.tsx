import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { RoomNav } from '../components/room-nav.tsx';

/** The places of this room. */
export function PaperNav() {
  const text = useText();
  const may = useMay();
  return (
    <RoomNav
      label={text('paper.nav.label')}
      places={[
        { to: '/paper', label: text('paper.nav.registry'), isExact: true },
        ...(may('paper.move') ? [{ to: '/paper/scan', label: text('paper.nav.scan') } as const] : []),
        { to: '/paper/inventories', label: text('paper.nav.inventories') },
        ...(may('paper.register') ? [{ to: '/paper/import', label: text('paper.nav.import') } as const] : []),
      ]}
    />
  );
}
