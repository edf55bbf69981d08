import { useState } from 'react';
import type { MachineRow, ShreddingVendorRow } from '../../shared/contract/destruction-paper.ts';
import {
  type PaperMethod,
  type SecurityLevel,
  securityLevels,
} from '../../shared/domain/destruction/paper-security.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  DateField,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorNote,
  PageHeader,
  RadioGroup,
  Section,
  Select,
  StateMark,
  Table,
  TextField,
} from '../components/index.ts';
import './paper.css';

/** What paper can be destroyed with: machines with their level, and vendors with the certification they showed. */
export function MachinesScreen() {
  const text = useText();
  const may = useMay();
  const means = useCall('destruction.listMachines', {});
  const [adding, setAdding] = useState<'machine' | 'vendor' | null>(null);
  const mayManage = may('destruction.manage_machines');
  return (
    <div className="page">
      <PageHeader
        room="destruction"
        title={text('destruction.machines.title')}
        lead={text('destruction.machines.lead')}
        actions={
          mayManage ? (
            <>
              <Button kind="primary" onPress={() => setAdding('machine')}>
                {text('destruction.machines.add')}
              </Button>
              <Button onPress={() => setAdding('vendor')}>{text('destruction.machines.certify')}</Button>
            </>
          ) : null
        }
      />
      <Answered query={means}>
        {({ machines, vendors }) => (
          <>
            <Section title={text('destruction.machines.machines')}>
              {machines.length === 0 ? (
                <EmptyState title={text('destruction.machines.none')}>
                  {text('destruction.machines.none_text')}
                </EmptyState>
              ) : (
                <MachineTable machines={machines} mayManage={mayManage} />
              )}
            </Section>
            <Section title={text('destruction.machines.vendors')}>
              {vendors.length === 0 ? (
                <p className="quiet">{text('destruction.machines.no_vendors')}</p>
              ) : (
                <VendorTable vendors={vendors} />
              )}
            </Section>
          </>
        )}
      </Answered>
      {adding === 'machine' ? <AddMachine onClose={() => setAdding(null)} /> : null}
      {adding === 'vendor' ? <CertifyVendor onClose={() => setAdding(null)} /> : null}
    </div>
  );
}

function MachineTable({ machines, mayManage }: { machines: readonly MachineRow[]; mayManage: boolean }) {
  const text = useText();
  const retire = useSend('destruction.retireMachine');
  return (
    <Table
      label={text('destruction.machines.machines')}
      rows={machines}
      keyOf={({ machineId }) => machineId}
      columns={[
        {
          key: 'number',
          title: text('destruction.machines.number'),
          width: '6rem',
          render: ({ number }) => number,
        },
        { key: 'name', title: text('destruction.machines.name'), render: ({ name }) => name },
        { key: 'serial', title: text('destruction.machines.serial'), render: ({ serial }) => serial || '-' },
        {
          key: 'level',
          title: text('destruction.machines.level'),
          render: ({ method, level }) => level ?? text(`destruction.machines.method.${method}`),
        },
        {
          key: 'place',
          title: text('destruction.machines.place'),
          render: ({ place }) => text(`destruction.machines.place.${place}`),
        },
        {
          key: 'use',
          title: text('destruction.machines.use'),
          render: ({ machineId, retiredOn }) =>
            retiredOn !== null ? (
              <StateMark tone="ash">{text('destruction.machines.retired')}</StateMark>
            ) : mayManage ? (
              <Button kind="quiet" onPress={() => retire.mutate({ machineId })}>
                {text('destruction.machines.retire')}
              </Button>
            ) : (
              <StateMark tone="active">{text('destruction.machines.in_use')}</StateMark>
            ),
        },
      ]}
    />
  );
}

function VendorTable({ vendors }: { vendors: readonly ShreddingVendorRow[] }) {
  const text = useText();
  const format = useOfficeFormat();
  const tones = { valid: 'active', ends_soon: 'attention', expired: 'attention' } as const;
  return (
    <Table
      label={text('destruction.machines.vendors')}
      rows={vendors}
      keyOf={({ vendorId }) => vendorId}
      columns={[
        { key: 'name', title: text('destruction.machines.name'), render: ({ name }) => name },
        {
          key: 'certification',
          title: text('destruction.machines.certification'),
          render: ({ certification }) => certification,
        },
        {
          key: 'until',
          title: text('destruction.machines.until'),
          render: ({ certifiedUntil, standing }) => (
            <>
              {format.date(certifiedUntil)}{' '}
              <StateMark tone={tones[standing]}>
                {text(`destruction.machines.standing.${standing}`)}
              </StateMark>
            </>
          ),
        },
        {
          key: 'level',
          title: text('destruction.machines.level'),
          render: ({ method, level }) => level ?? text(`destruction.machines.method.${method}`),
        },
        {
          key: 'days',
          title: text('destruction.machines.days'),
          align: 'end',
          render: ({ certificateDays }) => format.number(certificateDays),
        },
      ]}
    />
  );
}

function MethodFields({
  method,
  level,
  onMethod,
  onLevel,
}: {
  method: PaperMethod;
  level: SecurityLevel;
  onMethod(method: PaperMethod): void;
  onLevel(level: SecurityLevel): void;
}) {
  const text = useText();
  return (
    <>
      <RadioGroup
        label={text('documents.paper.method')}
        value={method}
        onChange={onMethod}
        options={[
          { value: 'shred', label: text('destruction.machines.method.shred') },
          { value: 'incinerate', label: text('destruction.machines.method.incinerate') },
        ]}
      />
      {method === 'shred' ? (
        <Select
          label={text('destruction.machines.level')}
          hint={text('destruction.machines.level_hint')}
          value={level}
          onChange={onLevel}
          options={securityLevels.map((value) => ({ value, label: value }))}
        />
      ) : null}
    </>
  );
}

function AddMachine({ onClose }: { onClose(): void }) {
  const text = useText();
  const [name, setName] = useState('');
  const [serial, setSerial] = useState('');
  const [method, setMethod] = useState<PaperMethod>('shred');
  const [level, setLevel] = useState<SecurityLevel>('P-4');
  const [place, setPlace] = useState<'on_site' | 'off_site'>('on_site');
  const send = useSend('destruction.addMachine');
  return (
    <Dialog isOpen onClose={onClose} title={text('destruction.machines.add')}>
      <div className="stack">
        <TextField
          label={text('destruction.machines.name')}
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
        />
        <TextField
          label={text('destruction.machines.serial')}
          value={serial}
          onChange={setSerial}
          maxLength={60}
          isOptional
        />
        <MethodFields method={method} level={level} onMethod={setMethod} onLevel={setLevel} />
        <RadioGroup<'on_site' | 'off_site'>
          label={text('destruction.machines.place')}
          value={place}
          onChange={setPlace}
          options={[
            { value: 'on_site', label: text('destruction.machines.place.on_site') },
            { value: 'off_site', label: text('destruction.machines.place.off_site') },
          ]}
        />
        {send.error ? <ErrorNote error={send.error.error} /> : null}
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button
          kind="primary"
          isDisabled={name.trim() === '' || send.isPending}
          onPress={() =>
            send.mutate(
              {
                name: name.trim(),
                serial: serial.trim(),
                method,
                level: method === 'shred' ? level : null,
                place,
              },
              { onSuccess: onClose },
            )
          }
        >
          {text('destruction.machines.add')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function CertifyVendor({ onClose }: { onClose(): void }) {
  const text = useText();
  const vendors = useCall('provision.listVendors', {});
  const [vendorId, setVendorId] = useState<string | null>(null);
  const [certification, setCertification] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const [method, setMethod] = useState<PaperMethod>('shred');
  const [level, setLevel] = useState<SecurityLevel>('P-4');
  const [days, setDays] = useState('14');
  const send = useSend('destruction.setVendorCertification');
  return (
    <Dialog isOpen onClose={onClose} title={text('destruction.machines.certify')}>
      <div className="stack">
        <Select
          label={text('destruction.paper.vendor')}
          hint={text('destruction.machines.vendor_hint')}
          value={vendorId}
          onChange={setVendorId}
          options={(vendors.data?.vendors ?? [])
            .filter(({ endedOn }) => endedOn === null)
            .map((vendor) => ({ value: vendor.vendorId, label: vendor.name }))}
        />
        <TextField
          label={text('destruction.machines.certification')}
          value={certification}
          onChange={setCertification}
          maxLength={120}
        />
        <DateField label={text('destruction.machines.until')} value={until} onChange={setUntil} />
        <MethodFields method={method} level={level} onMethod={setMethod} onLevel={setLevel} />
        <TextField label={text('destruction.machines.days')} value={days} onChange={setDays} maxLength={3} />
        {send.error ? <ErrorNote error={send.error.error} /> : null}
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button
          kind="primary"
          isDisabled={
            vendorId === null ||
            until === null ||
            certification.trim() === '' ||
            !/^[1-9]\d{0,2}$/u.test(days) ||
            send.isPending
          }
          onPress={() => {
            if (vendorId === null || until === null) return;
            send.mutate(
              {
                vendorId,
                certification: certification.trim(),
                certifiedUntil: until,
                method,
                level: method === 'shred' ? level : null,
                certificateDays: Number(days),
              },
              { onSuccess: onClose },
            );
          }}
        >
          {text('destruction.machines.certify')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
