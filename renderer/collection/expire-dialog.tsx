import { useState } from 'react';
import type { PersonConsent } from '../../shared/contract/collection.ts';
import { isInForce } from '../../shared/domain/collection/consent.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  CheckboxGroup,
  DateField,
  Dialog,
  DialogButtons,
  ErrorNote,
  notify,
} from '../components/index.ts';
import './person.css';

/** Lets purposes of one consent expire: it is over, and nobody has withdrawn it. */
export function ExpireDialog({
  consent,
  onClose,
  onExpired,
}: {
  consent: PersonConsent;
  onClose(): void;
  onExpired(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const today = useToday();
  const expire = useSend('collection.expire');
  const [chosen, setChosen] = useState<string[]>([]);
  const [endedOn, setEndedOn] = useState<string | null>(today);
  const [isAsked, setAsked] = useState(false);
  const isMissing = isAsked && chosen.length === 0;
  const save = () => {
    setAsked(true);
    if (chosen.length === 0 || endedOn === null) return;
    expire.mutate(
      { consentId: consent.consentId, purposeIds: chosen, endedOn },
      {
        onSuccess: ({ units }) => {
          notify(
            text('collection.expire.done', {
              purposes: chosen.length,
              due: units.filter(({ due }) => due.dueOn !== null && due.dueOn <= today).length,
              kept: units.filter(({ state }) => state === 'separated').length,
            }),
          );
          onExpired();
        },
      },
    );
  };
  return (
    <Dialog isOpen onClose={onClose} title={text('collection.expire.title')} size="wide">
      <form
        className="withdraw"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="quiet">{text('collection.expire.lead')}</p>
        <CheckboxGroup
          label={text('collection.expire.purposes')}
          value={chosen}
          onChange={setChosen}
          options={consent.purposes
            .filter((purpose) => isInForce(purpose.state))
            .map((purpose) => ({ value: purpose.purposeId, label: format.say(purpose.name) }))}
          error={isMissing ? text('collection.withdraw.choose') : undefined}
        />
        <DateField
          label={text('collection.expire.ended_on')}
          hint={text('collection.expire.ended_on_hint')}
          value={endedOn}
          onChange={setEndedOn}
          minimum={consent.givenOn}
          maximum={today}
          error={isAsked && endedOn === null ? text('common.field.required') : undefined}
        />
        <ErrorNote error={expire.error?.error} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={expire.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="danger" type="submit" isBusy={expire.isPending}>
            {text('collection.expire.confirm', { count: chosen.length })}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
