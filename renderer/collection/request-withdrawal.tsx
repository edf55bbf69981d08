import { useState } from 'react';
import type { PersonConsent } from '../../shared/contract/collection.ts';
import type { RequestDetails } from '../../shared/contract/collection-requests.ts';
import { isInForce } from '../../shared/domain/collection/consent.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, Explanation } from '../components/index.ts';
import { ProposeDialog } from '../retention/propose-dialog.tsx';
import type { OpenedPerson } from './request-act.tsx';
import { WithdrawAllDialog } from './withdraw-all-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/**
 * What a withdrawal or a deletion comes to: which purposes are withdrawn, what becomes due at once, and what a law obliges the
 * office to keep apart and until when, which is what the person is told.
 */
export function RequestWithdrawal({
  request,
  person,
  onChanged,
}: {
  request: RequestDetails;
  person: OpenedPerson;
  onChanged(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const [withdrawing, setWithdrawing] = useState<PersonConsent | 'all' | null>(null);
  const [isProposing, setProposing] = useState(false);
  const units = person.consents.flatMap((consent) =>
    consent.purposes.flatMap((purpose) =>
      purpose.unit === null ? [] : [{ purpose, unit: purpose.unit, key: purpose.unit.unitId }],
    ),
  );
  const standing = person.consents.filter((consent) =>
    consent.purposes.some((purpose) => isInForce(purpose.state)),
  );
  const obliged = units.flatMap(({ purpose, unit, key }) =>
    unit.due.cause === 'withdrawn_but_obliged' && unit.due.keptThrough !== null
      ? [{ purpose, key, keptThrough: unit.due.keptThrough, basis: unit.due.basis }]
      : [],
  );
  const due = units.filter(({ unit }) => unit.due.cause === 'consent_withdrawn' && unit.state !== 'ordered');
  const proposable = due.filter(({ unit }) => !unit.held).map(({ unit }) => unit.unitId);
  const close = () => setWithdrawing(null);
  const changed = () => {
    close();
    onChanged();
  };
  return (
    <div className="request-form">
      {standing.length === 0 ? <p>{text('collection.request.nothing_to_withdraw')}</p> : null}
      <div className="row">
        {standing.length > 0 ? (
          <Button kind="danger" onPress={() => setWithdrawing('all')}>
            {text('collection.withdraw_all.action')}
          </Button>
        ) : null}
        {request.kind === 'withdrawal'
          ? standing.map((consent) => (
              <Button key={consent.consentId} onPress={() => setWithdrawing(consent)}>
                {text('collection.withdraw_all.one', { form: format.say(consent.formTitle) })}
              </Button>
            ))
          : null}
      </div>
      {due.length > 0 ? (
        <Explanation title={text('collection.request.due_now', { count: due.length })}>
          <p>
            {text(
              may('destruction.propose')
                ? 'collection.request.due_now_propose'
                : 'collection.request.due_now_reviewer',
            )}
          </p>
          {may('destruction.propose') && proposable.length > 0 ? (
            <Button onPress={() => setProposing(true)}>{text('collection.request.propose')}</Button>
          ) : null}
        </Explanation>
      ) : null}
      {obliged.length > 0 ? (
        <Explanation title={text('collection.request.obliged', { count: obliged.length })}>
          <ul className="withdraw-all">
            {obliged.map(({ purpose, key, keptThrough, basis }) => (
              <li key={key}>
                {text('collection.request.obliged_until', {
                  purpose: format.say(purpose.name),
                  date: format.date(keptThrough),
                  basis: format.say(basis),
                })}
              </li>
            ))}
          </ul>
        </Explanation>
      ) : null}
      <WithdrawDialog
        consent={withdrawing === 'all' ? null : withdrawing}
        onClose={close}
        onWithdrawn={changed}
      />
      {withdrawing === 'all' ? (
        <WithdrawAllDialog
          personId={person.personId}
          consents={person.consents}
          onClose={close}
          onWithdrawn={changed}
        />
      ) : null}
      <ProposeDialog
        isOpen={isProposing}
        unitIds={proposable}
        onClose={() => setProposing(false)}
        onProposed={() => {
          setProposing(false);
          onChanged();
        }}
      />
    </div>
  );
}
