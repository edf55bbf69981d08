import { useState } from 'react';
import type { VendorRow } from '../../shared/contract/provision-vendors.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { UseReasonQuestion } from '../collection/use-reason.tsx';
import { Dialog, ErrorNote, Explanation } from '../components/index.ts';
import { PersonPicker } from '../components/person-picker.tsx';
import type { PickedPerson } from '../components/picked-person.ts';
import { HandOverForm } from './hand-over-dialog.tsx';

/** Records a hand-over starting from the vendor: whose data, then why it is looked at, then what for. */
export function HandOverFromVendorDialog({ vendor, onClose }: { vendor: VendorRow; onClose(): void }) {
  const text = useText();
  const open = useSend('collection.openPerson');
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [isMissing, setMissing] = useState(false);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        open.data === undefined
          ? text('provision.hand_over.to', { vendor: vendor.name })
          : text('provision.hand_over.title', { name: open.data.name })
      }
      size="wide"
    >
      {open.data === undefined ? (
        <div className="stack">
          <PersonPicker
            label={text('provision.hand_over.whose')}
            value={person}
            onChange={(picked) => {
              setPerson(picked);
              setMissing(false);
            }}
            error={isMissing ? text('common.field.choose') : undefined}
          />
          <UseReasonQuestion
            isBusy={open.isPending}
            takesFocus={false}
            onAnswer={(reason) => {
              if (person === null) setMissing(true);
              else open.mutate({ personId: person.personId, reason });
            }}
          >
            <ErrorNote error={open.error?.error} />
          </UseReasonQuestion>
        </div>
      ) : open.data.consents.length === 0 ? (
        <Explanation>{text('provision.hand_over.no_consent_text')}</Explanation>
      ) : (
        <HandOverForm vendors={[vendor]} consents={open.data.consents} onClose={onClose} />
      )}
    </Dialog>
  );
}
