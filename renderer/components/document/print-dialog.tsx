import { useState } from 'react';
import type { CallError } from '../../../shared/contract/answer.ts';
import { useText } from '../../app/text.tsx';
import { Button } from '../button.tsx';
import { RadioGroup } from '../choice.tsx';
import { Dialog, DialogButtons } from '../dialog.tsx';
import { ErrorNote } from '../error-note.tsx';
import { TextField } from '../text-field.tsx';

/** Before personal data goes to paper: who keeps it. What the office keeps is entered in the register of known copies. */
export function PrintDialog({
  mayBeHandedOver,
  isBusy,
  error,
  onPrint,
  onClose,
}: {
  /** Whether it is made for the person it is about. */
  mayBeHandedOver: boolean;
  isBusy: boolean;
  error: CallError | null;
  onPrint(keptBy: 'office' | 'person', where: string): void;
  onClose(): void;
}) {
  const text = useText();
  const [keptBy, setKeptBy] = useState<'office' | 'person'>(mayBeHandedOver ? 'person' : 'office');
  const [where, setWhere] = useState('');
  return (
    <Dialog isOpen onClose={onClose} title={text('office.document.print.title')} isBusy={isBusy}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onPrint(keptBy, keptBy === 'office' ? where.trim() : '');
        }}
      >
        {mayBeHandedOver ? (
          <RadioGroup<'office' | 'person'>
            label={text('office.document.print.kept_by')}
            layout="lines"
            value={keptBy}
            onChange={setKeptBy}
            options={[
              {
                value: 'person',
                label: text('office.document.print.person'),
                description: text('office.document.print.person.text'),
              },
              {
                value: 'office',
                label: text('office.document.print.office'),
                description: text('office.document.print.copy'),
              },
            ]}
          />
        ) : (
          <p>{text('office.document.print.copy')}</p>
        )}
        {keptBy === 'office' ? (
          <TextField
            label={text('office.document.print.where')}
            hint={text('office.document.print.where.hint')}
            value={where}
            onChange={setWhere}
            maxLength={200}
            isOptional
          />
        ) : null}
        <ErrorNote error={error} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={isBusy}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={isBusy} autoFocus>
            {text('office.document.print')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
