import type { Extension } from '../../shared/contract/retention-review.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, notify, Section } from '../components/index.ts';

/** Extensions somebody asked for, to be decided by somebody else. Nothing where none waits. */
export function Extensions() {
  const text = useText();
  const { data } = useCall('retention.listExtensions', {});
  if (!data || data.extensions.length === 0) return null;
  return (
    <Section title={text('retention.extensions.title')}>
      <ul className="rule-changes">
        {data.extensions.map((extension) => (
          <OneExtension key={extension.extensionId} extension={extension} />
        ))}
      </ul>
    </Section>
  );
}

function OneExtension({ extension }: { extension: Extension }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const decide = useSend('retention.decideExtension');
  const { extensionId } = extension;
  const send = (decision: 'approve' | 'reject') =>
    decide.mutate(
      { extensionId, decision },
      {
        onSuccess: () =>
          notify(text(`retention.extensions.${decision === 'approve' ? 'approved' : 'rejected'}`)),
      },
    );
  return (
    <li className="stack-tight">
      <div>
        <strong>
          {text('retention.extensions.of', {
            count: extension.units,
            until: format.date(extension.until),
            number: extension.staffNumber,
          })}
        </strong>
        <span className="review-secondary">{extension.reason}</span>
      </div>
      {extension.byMe ? <p className="quiet small">{text('retention.extensions.mine')}</p> : null}
      {may('destruction.approve') && !extension.byMe ? (
        <div className="row">
          <Button onPress={() => send('approve')} isDisabled={decide.isPending}>
            {text('retention.changes.approve')}
          </Button>
          <Button kind="text" onPress={() => send('reject')} isDisabled={decide.isPending}>
            {text('retention.changes.reject')}
          </Button>
        </div>
      ) : null}
      <ErrorNote error={decide.error?.error ?? null} />
    </li>
  );
}
