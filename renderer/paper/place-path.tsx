import { Link } from '@tanstack/react-router';
import type { EntryStep } from '../../shared/contract/paper.ts';
import { useText } from '../app/text.tsx';

/** Where something is, the site first; each step is a link. */
export function PlacePath({ place }: { place: readonly EntryStep[] }) {
  const text = useText();
  if (place.length === 0) return <span className="quiet">{text('paper.place.none')}</span>;
  return (
    <span className="paper-path">
      {place.map(({ entryId, code }) => (
        <Link key={entryId} to="/paper/$entryId" params={{ entryId }}>
          {code}
        </Link>
      ))}
    </span>
  );
}
