import { useState } from 'react';
import type { Signature } from '../../shared/domain/collection/consent.ts';
import { useCall, useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  notify,
  RadioGroup,
  Select,
  TextField,
} from '../components/index.ts';
import type { PaperView } from './paper.tsx';
import { PaperFiles } from './paper-files.tsx';
import { TwoSignatures } from './two-signatures.tsx';

/** Custody goes over against the signatures of both sides. With a vendor it is the last the office sees of the paper. */
export function PaperHandOver({
  view,
  containers,
  onClose,
}: {
  view: PaperView;
  containers: PaperView['containers'];
  onClose(): void;
}) {
  const text = useText();
  const { orderId } = view;
  const [kind, setKind] = useState<'staff' | 'vendor'>('staff');
  const [userId, setUserId] = useState<string | null>(null);
  const [vendorId, setVendorId] = useState<string | null>(null);
  const [deviceSerial, setDeviceSerial] = useState('');
  const [receiver, setReceiver] = useState('');
  const [place, setPlace] = useState('');
  const [way, setWay] = useState<'screen' | 'paper'>('screen');
  const [giver, setGiver] = useState<Signature | null>(null);
  const [taker, setTaker] = useState<Signature | null>(null);
  const people = useCall('destruction.listWitnesses', { orderId });
  const means = useCall('destruction.listMachines', {});
  const send = useSend('destruction.handOverContainers');
  const vendor = means.data?.vendors.find((one) => one.vendorId === vendorId);
  const sheets = view.files.filter(({ kind: one, batchId }) => one === 'signed_sheet' && batchId === null);
  const isComplete =
    place.trim() !== '' &&
    (kind === 'staff'
      ? userId !== null
      : vendorId !== null && deviceSerial.trim() !== '' && receiver.trim() !== '') &&
    (way === 'screen' ? giver !== null && taker !== null : sheets.length > 0);
  const give = () =>
    send.mutate(
      {
        orderId,
        containerIds: containers.map(({ containerId }) => containerId),
        to:
          kind === 'staff'
            ? { kind, userId: userId ?? '' }
            : {
                kind,
                vendorId: vendorId ?? '',
                deviceSerial: deviceSerial.trim(),
                receiver: receiver.trim(),
              },
        place: place.trim(),
        signed:
          way === 'screen' && giver !== null && taker !== null
            ? { way: 'screen', giver, receiver: taker }
            : { way: 'paper', fileIds: sheets.slice(-10).map(({ fileId }) => fileId) },
      },
      {
        onSuccess: () => {
          notify(text('destruction.paper.handed_over', { count: containers.length }));
          onClose();
        },
      },
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('destruction.paper.hand_over')}
      size="wide"
      isBusy={send.isPending}
    >
      <div className="stack paper-hands">
        <p>
          {text('destruction.paper.hand_over.lead', {
            count: containers.length,
            seals: containers.map(({ seal }) => seal).join(', '),
          })}
        </p>
        <RadioGroup<'staff' | 'vendor'>
          label={text('destruction.paper.hand_over.to')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'staff', label: text('destruction.paper.hand_over.staff') },
            { value: 'vendor', label: text('destruction.paper.hand_over.vendor') },
          ]}
        />
        {kind === 'staff' ? (
          <Select
            label={text('destruction.paper.hand_over.person')}
            value={userId}
            onChange={setUserId}
            options={(people.data?.people ?? []).map((person) => ({
              value: person.userId,
              label: `${person.staffNumber} ${person.displayName}`,
            }))}
          />
        ) : (
          <>
            <Select
              label={text('destruction.paper.vendor')}
              value={vendorId}
              onChange={setVendorId}
              options={(means.data?.vendors ?? []).map(({ vendorId: value, name, level }) => ({
                value,
                label: level === null ? name : `${name} (${level})`,
              }))}
            />
            {vendor !== undefined && vendor.standing !== 'valid' ? (
              <Explanation tone="ember">
                {text(`destruction.paper.certification.${vendor.standing}`, { date: vendor.certifiedUntil })}
              </Explanation>
            ) : null}
            <TextField
              label={text('destruction.paper.device_serial')}
              value={deviceSerial}
              onChange={setDeviceSerial}
              maxLength={60}
            />
            <TextField
              label={text('destruction.paper.receiver')}
              value={receiver}
              onChange={setReceiver}
              maxLength={120}
            />
          </>
        )}
        <TextField
          label={text('destruction.paper.hand_over.place')}
          value={place}
          onChange={setPlace}
          maxLength={120}
        />
        <RadioGroup<'screen' | 'paper'>
          label={text('destruction.paper.sign.way')}
          value={way}
          onChange={setWay}
          options={[
            { value: 'screen', label: text('destruction.paper.sign.screen') },
            { value: 'paper', label: text('destruction.paper.sign.paper') },
          ]}
        />
        {way === 'screen' ? (
          <TwoSignatures
            first={{ label: text('destruction.paper.sign.giver'), value: giver, onChange: setGiver }}
            second={{ label: text('destruction.paper.sign.receiver'), value: taker, onChange: setTaker }}
          />
        ) : (
          <PaperFiles view={view} batchId={null} kind="signed_sheet" />
        )}
        {send.error ? <ErrorNote error={send.error.error} /> : null}
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button kind="primary" isDisabled={!isComplete || send.isPending} onPress={give}>
          {text('destruction.paper.hand_over.action')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
