import type { Extension } from '../../shared/contract/retention-review.ts';
import { useCall, useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { notify, Section } from '../components/index.ts';
import { WaitingDecision } from './waiting-decision.tsx';

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
  const decide = useSend('retention.decideExtension');
  const { extensionId, byMe } = extension;
  return (
    <WaitingDecision
      permission="destruction.approve"
      byMe={byMe}
      mine={text('retention.extensions.mine')}
      onDecide={(decision) =>
        decide.mutate(
          { extensionId, decision },
          {
            onSuccess: () =>
              notify(text(`retention.extensions.${decision === 'approve' ? 'approved' : 'rejected'}`)),
          },
        )
      }
      isPending={decide.isPending}
      error={decide.error?.error ?? null}
    >
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
    </WaitingDecision>
  );
}
