import { useState } from 'react';
import { handMethods } from '../../shared/domain/destruction/paper-security.ts';
import { useCall, useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, Select, TextField } from '../components/index.ts';
import type { PaperView } from './paper.tsx';

/** Which machine, and who watches; everything else is known. */
export function StartBatch({ view, fetched }: { view: PaperView; fetched: number }) {
  const text = useText();
  const { orderId, digest } = view;
  const means = useCall('destruction.listMachines', {});
  const people = useCall('destruction.listWitnesses', { orderId });
  const [by, setBy] = useState<string | null>(null);
  const [deviceSerial, setDeviceSerial] = useState('');
  const [witnessId, setWitnessId] = useState<string | null>(null);
  const send = useSend('destruction.startBatch');
  const machines = (means.data?.machines ?? []).filter(({ retiredOn }) => retiredOn === null);
  const vendors = (means.data?.vendors ?? []).filter(({ standing }) => standing !== 'expired');
  const byHand = handMethods.filter((method) =>
    view.units.some(({ state, part }) => state === 'pulled' && part?.way === method),
  );
  const hand = handMethods.find((method) => method === by);
  const isVendor = vendors.some(({ vendorId }) => vendorId === by);
  const levelled = (name: string, level: string | null) => (level === null ? name : `${name} (${level})`);
  return (
    <div className="sheet stack">
      <strong>{text('destruction.paper.start.title', { count: fetched })}</strong>
      <div className="columns">
        <Select
          label={text('destruction.paper.by')}
          value={by}
          onChange={setBy}
          options={[
            ...byHand.map((method) => ({
              value: method,
              label: text(`destruction.paper.by_hand.${method}`),
            })),
            ...machines.map(({ machineId, name, level }) => ({
              value: machineId,
              label: levelled(name, level),
            })),
            ...vendors.map(({ vendorId, name, level }) => ({
              value: vendorId,
              label: text('destruction.paper.vendor_here', { name: levelled(name, level) }),
            })),
          ]}
        />
        <Select
          label={text('documents.paper.witness')}
          value={witnessId}
          onChange={setWitnessId}
          options={(people.data?.people ?? []).map(({ userId, staffNumber, displayName }) => ({
            value: userId,
            label: `${staffNumber} ${displayName}`,
          }))}
        />
      </div>
      {isVendor ? (
        <TextField
          label={text('destruction.paper.device_serial')}
          value={deviceSerial}
          onChange={setDeviceSerial}
          maxLength={60}
        />
      ) : null}
      {send.error ? <ErrorNote error={send.error.error} /> : null}
      <div className="row">
        <Button
          kind="primary"
          isDisabled={
            by === null || witnessId === null || (isVendor && deviceSerial.trim() === '') || send.isPending
          }
          onPress={() =>
            send.mutate({
              orderId,
              digest,
              by:
                hand !== undefined
                  ? { kind: 'hand', method: hand }
                  : isVendor
                    ? { kind: 'vendor', vendorId: by ?? '', deviceSerial: deviceSerial.trim() }
                    : { kind: 'machine', machineId: by ?? '' },
              witnessId: witnessId ?? '',
            })
          }
        >
          {text('destruction.paper.start.action')}
        </Button>
      </div>
    </div>
  );
}
