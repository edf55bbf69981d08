import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { SubVendor } from '../../shared/contract/provision-vendors.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  EmptyState,
  ErrorNote,
  FormDateField,
  FormTextField,
  notify,
  Table,
} from '../components/index.ts';
import { FormDialog, useFilled } from './form-dialog.tsx';

/** To whom a vendor entrusts on, and since when the office has consented to it. */
export function SubVendors({
  vendorId,
  subVendors,
  mayRecord,
}: {
  vendorId: string;
  subVendors: readonly SubVendor[];
  mayRecord: boolean;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const today = useToday();
  const end = useSend('provision.endSubVendor');
  const [isAdding, setAdding] = useState(false);
  const add = mayRecord ? (
    <Button onPress={() => setAdding(true)}>{text('provision.sub_vendors.add')}</Button>
  ) : undefined;
  return (
    <div className="stack">
      <ErrorNote error={end.error?.error} />
      <Table<SubVendor>
        label={text('provision.vendor.tab.sub_vendors')}
        rows={subVendors}
        keyOf={({ subVendorId }) => subVendorId}
        columns={[
          {
            key: 'name',
            title: text('provision.sub_vendors.column.name'),
            render: ({ name }) => <strong>{name}</strong>,
          },
          { key: 'task', title: text('provision.sub_vendors.column.task'), render: ({ task }) => task },
          {
            key: 'consent',
            title: text('provision.sub_vendors.column.consent'),
            width: '11rem',
            render: ({ consentedOn }) => format.date(consentedOn),
          },
          {
            key: 'since',
            title: text('provision.sub_vendors.column.since'),
            width: '11rem',
            render: ({ startsOn }) => format.date(startsOn),
          },
          {
            key: 'ended',
            title: text('provision.sub_vendors.column.ended'),
            width: '11rem',
            render: ({ subVendorId, endedOn }) => {
              if (endedOn !== null) return format.date(endedOn);
              return mayRecord ? (
                <Button kind="text" onPress={() => end.mutate({ subVendorId, endedOn: today })}>
                  {text('provision.sub_vendors.end')}
                </Button>
              ) : null;
            },
          },
        ]}
        empty={
          <EmptyState title={text('provision.sub_vendors.empty')} action={add}>
            {text('provision.sub_vendors.empty_text')}
          </EmptyState>
        }
      />
      {subVendors.length === 0 ? null : <div className="row">{add}</div>}
      {isAdding ? <AddSubVendor vendorId={vendorId} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function AddSubVendor({ vendorId, onClose }: { vendorId: string; onClose(): void }) {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.addSubVendor');
  const form = useForm<{ name: string; task: string; consentedOn: string | null; startsOn: string | null }>({
    defaultValues: { name: '', task: '', consentedOn: today, startsOn: today },
  });
  const { submit, failure } = useFormCall(send, form);
  const filled = useFilled();
  const needed = { required: text('common.field.required') };
  const save = form.handleSubmit(async ({ consentedOn, startsOn, ...values }) => {
    if (consentedOn === null || startsOn === null) return;
    if ((await submit({ vendorId, ...values, consentedOn, startsOn })) === undefined) return;
    notify(text('provision.sub_vendors.done'));
    onClose();
  });
  return (
    <FormDialog
      title={text('provision.sub_vendors.add')}
      save={text('provision.sub_vendors.add')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <FormTextField
        control={form.control}
        name="name"
        label={text('provision.sub_vendors.name')}
        maxLength={120}
        rules={filled}
        autoFocus
      />
      <FormTextField
        control={form.control}
        name="task"
        label={text('provision.sub_vendors.task')}
        maxLength={200}
        rules={filled}
      />
      <FormDateField
        control={form.control}
        name="consentedOn"
        label={text('provision.sub_vendors.consented')}
        maximum={today}
        rules={needed}
      />
      <FormDateField
        control={form.control}
        name="startsOn"
        label={text('provision.sub_vendors.starts')}
        rules={needed}
      />
    </FormDialog>
  );
}
