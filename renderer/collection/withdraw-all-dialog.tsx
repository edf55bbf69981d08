import type { PersonConsent } from '../../shared/contract/collection.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { isInForce } from '../../shared/domain/collection/consent.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { ConfirmDialog } from '../components/index.ts';
import { useWithdrawalOutcome } from './withdraw-dialog.tsx';
import './person.css';

export type WithdrawnAll = ChannelOutput<'collection.withdrawAll'>;

/** Withdraws everything a person agreed to, having said for each purpose what becomes of what is kept for it. */
export function WithdrawAllDialog({
  personId,
  consents,
  onClose,
  onWithdrawn,
}: {
  personId: string;
  consents: readonly PersonConsent[];
  onClose(): void;
  onWithdrawn(withdrawn: WithdrawnAll): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const outcome = useWithdrawalOutcome();
  const withdraw = useSend('collection.withdrawAll');
  const given = consents.flatMap((consent) =>
    consent.purposes
      .filter((purpose) => isInForce(purpose.state))
      .map((purpose) => ({ consent, purpose, key: `${consent.consentId} ${purpose.purposeId}` })),
  );
  return (
    <ConfirmDialog
      isOpen
      isDanger
      onClose={onClose}
      onConfirm={() => withdraw.mutate({ personId }, { onSuccess: onWithdrawn })}
      title={text('collection.withdraw_all.title')}
      consequence={
        <>
          <p>{text('collection.withdraw.lead')}</p>
          <ul className="withdraw-all">
            {given.map(({ consent, purpose, key }) => (
              <li key={key}>
                <strong>{format.say(purpose.name)}</strong>{' '}
                <span className="quiet small">{format.say(consent.formTitle)}</span>
                <span className="withdraw-outcome">{outcome(purpose.unit)}</span>
              </li>
            ))}
          </ul>
        </>
      }
      confirmLabel={text('collection.withdraw.confirm', { count: given.length })}
      isBusy={withdraw.isPending}
      error={withdraw.error?.error ?? null}
    />
  );
}
