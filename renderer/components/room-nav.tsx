import { Link, type LinkProps } from '@tanstack/react-router';
import './room-nav.css';

/** The places of one room, above its screens. Unlike Tabs each has an address of its own. */
export function RoomNav({
  label,
  places,
}: {
  label: string;
  places: readonly { to: NonNullable<LinkProps['to']>; label: string; isExact?: boolean }[];
}) {
  if (places.length < 2) return null;
  return (
    <nav className="room-nav" aria-label={label}>
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className="room-nav-place"
          activeOptions={{ exact: place.isExact ?? false, includeSearch: false }}
        >
          {place.label}
        </Link>
      ))}
    </nav>
  );
}
