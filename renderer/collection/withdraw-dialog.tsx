import { useState } from 'react';
import type { PersonConsent } from '../../shared/contract/collection.ts';
import { isInForce } from '../../shared/domain/collection/consent.ts';
import { dueDateInWords } from '../../shared/text/due-date-in-words.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { Button, CheckboxGroup, Dialog, DialogButtons, ErrorNote, notify } from '../components/index.ts';

/** Withdraws purposes of one consent, having said for each what becomes of what is kept. */
export function WithdrawDialog({
  consent,
  onClose,
  onWithdrawn,
}: {
  /** Null: not open. */
  consent: PersonConsent | null;
  onClose(): void;
  onWithdrawn(): void;
}) {
  const text = useText();
  return (
    <Dialog isOpen={consent !== null} onClose={onClose} title={text('collection.withdraw.title')} size="wide">
      {consent === null ? null : <Withdraw consent={consent} onClose={onClose} onWithdrawn={onWithdrawn} />}
    </Dialog>
  );
}

function Withdraw({
  consent,
  onClose,
  onWithdrawn,
}: {
  consent: PersonConsent;
  onClose(): void;
  onWithdrawn(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const outcome = useWithdrawalOutcome();
  const withdraw = useSend('collection.withdraw');
  const [chosen, setChosen] = useState<string[]>([]);
  const [isMissing, setMissing] = useState(false);
  const given = consent.purposes.filter((purpose) => isInForce(purpose.state));

  return (
    <form
      className="withdraw"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length === 0) return setMissing(true);
        withdraw.mutate(
          { consentId: consent.consentId, purposeIds: chosen },
          {
            onSuccess: ({ units }) => {
              notify(
                text('collection.withdraw.done', {
                  purposes: chosen.length,
                  due: units.filter((unit) => unit.due.cause === 'consent_withdrawn').length,
                  kept: units.filter((unit) => unit.due.cause === 'withdrawn_but_obliged').length,
                }),
              );
              onWithdrawn();
            },
          },
        );
      }}
    >
      <p className="quiet">{text('collection.withdraw.lead')}</p>
      <CheckboxGroup
        label={text('collection.withdraw.purposes')}
        value={chosen}
        onChange={(next) => {
          setChosen(next);
          setMissing(false);
        }}
        options={given.map((purpose) => ({
          value: purpose.purposeId,
          label: format.say(purpose.name),
          description: <span className="withdraw-outcome">{outcome(purpose.unit)}</span>,
        }))}
        error={isMissing ? text('collection.withdraw.choose') : undefined}
      />
      <ErrorNote error={withdraw.error?.error} />
      <DialogButtons>
        <Button onPress={onClose} isDisabled={withdraw.isPending}>
          {text('common.cancel')}
        </Button>
        <Button kind="danger" type="submit" isBusy={withdraw.isPending}>
          {chosen.length === 0
            ? text('collection.withdraw.confirm_none')
            : text('collection.withdraw.confirm', { count: chosen.length })}
        </Button>
      </DialogButtons>
    </form>
  );
}

/** What becomes of a record unit when its purpose is withdrawn, in words. */
export function useWithdrawalOutcome(): (unit: PersonConsent['purposes'][number]['unit']) => string {
  const text = useText();
  const language = useLanguage();
  const format = useOfficeFormat();
  return (unit) => {
    if (unit === null) return text('collection.withdraw.nothing_left');
    const words = dueDateInWords(unit.dueIfWithdrawn, text, language);
    if (unit.held) return text('collection.withdraw.held', { words });
    if (unit.state === 'ordered') return text('collection.withdraw.ordered', { words });
    const { cause, keptThrough, basis } = unit.dueIfWithdrawn;
    if (cause === 'consent_withdrawn') return text('collection.withdraw.at_once');
    // A day that has not come yet is waited for.
    if (keptThrough === null) return words;
    if (cause === 'withdrawn_but_obliged') {
      return text('collection.withdraw.obliged', {
        date: format.date(keptThrough),
        basis: format.say(basis),
      });
    }
    return text('collection.withdraw.due_already', { words });
  };
}
