import { useNavigate } from '@tanstack/react-router';
import type { FormVersionRow } from '../../shared/contract/collection-forms.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, Section } from '../components/index.ts';
import { FormChanges } from './form-changes.tsx';

/** Every version of a form, newest first: who published it when, what it says otherwise than the one before. */
export function FormHistory({ formId, shownVersionId }: { formId: string; shownVersionId: string }) {
  const text = useText();
  const query = useCall('collection.listFormVersions', { formId });
  return (
    <Section title={text('collection.history.title')}>
      <Answered query={query}>
        {({ versions }) => (
          <ol className="form-history">
            {versions.map((version) => (
              <Version
                key={version.formVersionId}
                version={version}
                isShown={version.formVersionId === shownVersionId}
              />
            ))}
          </ol>
        )}
      </Answered>
    </Section>
  );
}

function Version({ version, isShown }: { version: FormVersionRow; isShown: boolean }) {
  const text = useText();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  const renewed = new Set(version.renewedPurposeIds);
  return (
    <li className="form-history-version">
      <div className="form-history-head">
        <h3>{text('collection.history.version', { version: version.version })}</h3>
        <span className="quiet">
          {text('collection.history.published', {
            at: format.instant(version.publishedAt),
            number: version.staffNumber,
            consents: version.consents,
          })}
        </span>
        {isShown ? null : (
          <Button
            kind="text"
            aria-label={text('collection.history.show_version', { version: version.version })}
            onPress={() =>
              void navigate({
                to: '/collection/forms/$formVersionId',
                params: { formVersionId: version.formVersionId },
              })
            }
          >
            {text('collection.history.show')}
          </Button>
        )}
      </div>
      {version.version === 1 ? (
        <p className="quiet">{text('collection.history.first')}</p>
      ) : version.changes.length === 0 ? (
        <p className="quiet">{text('collection.changes.nothing')}</p>
      ) : (
        <FormChanges
          changes={version.changes}
          renews={({ effect, purposeId }) =>
            (effect === 'renews' || effect === 'text') && purposeId !== null && renewed.has(purposeId)
          }
        />
      )}
    </li>
  );
}
