import { Link } from '@tanstack/react-router';
import { useCall } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Section } from '../components/index.ts';

/** Boxes and folders in which something of a person is known to be. Nothing where there is none. */
export function PaperOfPerson({ personId }: { personId: string }) {
  const text = useText();
  const may = useMay();
  const { data } = useCall('paper.originalsOfPerson', { personId }, { enabled: may('paper.read') });
  if (data === undefined || data.linked.length === 0) return null;
  return (
    <Section title={text('paper.of_person.title')}>
      <ul>
        {data.linked.map(({ entryId, code, kind, place }) => (
          <li key={entryId}>
            <Link to="/paper/$entryId" params={{ entryId }}>
              {text(`paper.kind.${kind}`)} {code}
            </Link>{' '}
            <span className="quiet small">{place.map((step) => step.code).join(' / ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
