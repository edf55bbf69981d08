import type { SimilarPerson } from '../../shared/contract/collection-capture.ts';
import type { ConsentFormContent, ValueType } from '../../shared/domain/collection/consent-form.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Badge, Button } from '../components/index.ts';
import { useSettled } from '../components/settled.ts';
import type { CaptureDraft } from './capture-draft.ts';

/** People who may be the one at the counter, while the name and contact are being written. The clerk says which it is. */
export function SimilarPeople({
  content,
  draft,
  onSame,
  onAnother,
}: {
  content: ConsentFormContent;
  draft: CaptureDraft;
  onSame(person: SimilarPerson): void;
  onAnother(personId: string): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const input = useSettled(
    JSON.stringify({
      name: (draft.values.name ?? '').trim().slice(0, 200),
      telephones: valuesOf(content, draft, 'telephone', 40),
      emails: valuesOf(content, draft, 'email', 254),
    }),
  );
  const isAsked = !draft.isKnown && input !== JSON.stringify({ name: '', telephones: [], emails: [] });
  const found = useCall('collection.findSimilarPeople', JSON.parse(input), {
    enabled: isAsked,
    keepPrevious: true,
  });
  if (!isAsked) return null;
  const people = (found.data?.people ?? []).filter(({ personId }) => !draft.otherThan.includes(personId));
  if (people.length === 0) return null;
  return (
    <section className="capture-similar" aria-label={text('collection.similar.title')}>
      <strong>{text('collection.similar.title')}</strong>
      <ul>
        {people.map((person) => (
          <li key={person.personId}>
            <div>
              <bdi>{person.name}</bdi>{' '}
              {person.isLikelySame ? <Badge>{text('collection.similar.likely')}</Badge> : null}
              <span className="quiet small capture-similar-facts">
                {[
                  text('collection.similar.agrees', {
                    what: format.list(person.agrees.map((each) => text(`collection.similar.${each}`))),
                  }),
                  ...(person.telephoneEnding === ''
                    ? []
                    : [text('collection.similar.ending', { digits: person.telephoneEnding })]),
                  text('collection.people.told_apart', {
                    on: format.date(person.lastConsentOn),
                    count: person.consents,
                  }),
                ].join(' · ')}
              </span>
            </div>
            <div className="row">
              <Button onPress={() => onSame(person)}>{text('collection.similar.same')}</Button>
              <Button kind="text" onPress={() => onAnother(person.personId)}>
                {text('collection.similar.another')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function valuesOf(
  content: ConsentFormContent,
  draft: CaptureDraft,
  type: ValueType,
  longest: number,
): string[] {
  const codes = new Set(
    content.purposes.flatMap(({ items }) =>
      items.filter((item) => item.valueType === type).map(({ code }) => code),
    ),
  );
  return [...codes]
    .map((code) => (draft.values[code] ?? '').trim().slice(0, longest))
    .filter((value) => value !== '')
    .slice(0, 10);
}
