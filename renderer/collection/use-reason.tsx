import { type ReactNode, useState } from 'react';
import { type UseReason, useReason } from '../../shared/contract/collection.ts';
import { useUser } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, RadioGroup } from '../components/index.ts';

const reasons: readonly UseReason[] = useReason.options;

// For as long as one person works at the desk: whoever signs in next starts with the ordinary reason again.
let remembered: { userId: string; reason: UseReason } | null = null;

/**
 * Asks why a person's data is to be looked at, before it is shown: the reason is entered in the use log each time. The reason
 * chosen last is the one offered, so that most days it is one press of a key.
 */
export function UseReasonQuestion({
  onAnswer,
  isBusy,
  takesFocus = true,
  children,
}: {
  onAnswer(reason: UseReason): void;
  isBusy: boolean;
  /** False where something else is asked before it. */
  takesFocus?: boolean;
  children?: ReactNode;
}) {
  const text = useText();
  const user = useUser();
  const [reason, setReason] = useState<UseReason>(
    remembered?.userId === user.id ? remembered.reason : 'serve_person',
  );
  return (
    <form
      className="use-reason stack"
      onSubmit={(event) => {
        event.preventDefault();
        remembered = { userId: user.id, reason };
        onAnswer(reason);
      }}
    >
      <RadioGroup
        label={text('collection.use_reason.question')}
        hint={text('collection.use_reason.hint')}
        value={reason}
        onChange={(chosen: UseReason) => setReason(chosen)}
        options={reasons.map((each) => ({ value: each, label: text(`collection.use_reason.${each}`) }))}
      />
      {children}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={isBusy} autoFocus={takesFocus}>
          {text('collection.use_reason.open')}
        </Button>
      </div>
    </form>
  );
}
