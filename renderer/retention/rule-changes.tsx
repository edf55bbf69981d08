import { useState } from 'react';
import type { RuleChange } from '../../shared/contract/retention-rules.ts';
import { countedPeriodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { Button, ConfirmDialog, ErrorNote, notify, Section } from '../components/index.ts';
import { RuleEffectWords } from './rule-effect.tsx';

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
  const may = useMay();
  const decide = useSend('retention.decideRuleChange');
  const [isApproving, setApproving] = useState(false);
  const { content, effect } = change;
  const send = (decision: 'approve' | 'reject') =>
    decide.mutate(
      { changeId: change.changeId, decision },
      {
        onSuccess: () => {
          notify(text(`retention.changes.${decision === 'approve' ? 'approved' : 'rejected'}`));
          setApproving(false);
        },
      },
    );
  return (
    <li className="rule-change stack-tight">
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
      {may('retention.manage_rules') && change.proposedByMe ? (
        <p className="quiet small">{text('retention.changes.mine')}</p>
      ) : null}
      {may('retention.manage_rules') && !change.proposedByMe ? (
        <div className="row">
          <Button onPress={() => setApproving(true)} isDisabled={decide.isPending}>
            {text('retention.changes.approve')}
          </Button>
          <Button kind="text" onPress={() => send('reject')} isDisabled={decide.isPending}>
            {text('retention.changes.reject')}
          </Button>
        </div>
      ) : null}
      {isApproving ? null : <ErrorNote error={decide.error?.error ?? null} />}
      <ConfirmDialog
        isOpen={isApproving}
        onClose={() => setApproving(false)}
        onConfirm={() => send('approve')}
        title={text('retention.changes.approve.title')}
        consequence={<RuleEffectWords effect={effect} />}
        confirmLabel={text('retention.changes.approve')}
        isBusy={decide.isPending}
        error={decide.error?.error ?? null}
      />
    </li>
  );
}
