import type { RuleChange } from '../../shared/contract/retention-rules.ts';
import { countedPeriodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { useCall, useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { notify, Section } from '../components/index.ts';
import { RuleEffectWords } from './rule-effect.tsx';
import { WaitingDecision } from './waiting-decision.tsx';

/** Changes of rules that wait for a second person, each with what it would do today. Nothing where none waits. */
export function RuleChanges() {
  const text = useText();
  const list = useCall('retention.listRuleChanges', {});
  if (!list.data || list.data.changes.length === 0) return null;
  return (
    <Section title={text('retention.changes.title')}>
      <ul className="rule-changes">
        {list.data.changes.map((change) => (
          <Change key={change.changeId} change={change} />
        ))}
      </ul>
    </Section>
  );
}

function Change({ change }: { change: RuleChange }) {
  const text = useText();
  const format = useOfficeFormat();
  const language = useLanguage();
  const decide = useSend('retention.decideRuleChange');
  const { changeId, content, effect } = change;
  return (
    <WaitingDecision
      permission="retention.manage_rules"
      byMe={change.proposedByMe}
      mine={text('retention.changes.mine')}
      confirm={{
        title: text('retention.changes.approve.title'),
        consequence: <RuleEffectWords effect={effect} />,
      }}
      onDecide={(decision, onDone) =>
        decide.mutate(
          { changeId, decision },
          {
            onSuccess: () => {
              notify(text(`retention.changes.${decision === 'approve' ? 'approved' : 'rejected'}`));
              onDone();
            },
          },
        )
      }
      isPending={decide.isPending}
      error={decide.error?.error ?? null}
    >
      <div>
        <strong>{format.say(content.name)}</strong>
        {change.ruleId === null ? (
          <span className="quiet"> · {text('retention.changes.new_rule')}</span>
        ) : null}
        <span className="review-secondary">
          {countedPeriodInWords(content, language)} · {format.say(content.basis)} ·{' '}
          {format.say(content.lawEdition)} ·{' '}
          {text('retention.rules.effective', { date: format.date(content.effectiveFrom) })}
        </span>
        <span className="review-secondary">
          {text('retention.changes.proposed', {
            at: format.instant(change.proposedAt),
            number: change.staffNumber,
          })}
        </span>
      </div>
      <RuleEffectWords effect={effect} />
    </WaitingDecision>
  );
}
