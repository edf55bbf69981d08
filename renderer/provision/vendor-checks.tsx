import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { checkKind, type VendorCheck } from '../../shared/contract/provision-vendors.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  EmptyState,
  FormDateField,
  FormNumberField,
  FormRadioGroup,
  FormTextArea,
  notify,
  StateMark,
  Table,
} from '../components/index.ts';
import { FormDialog, useFilled } from './form-dialog.tsx';

/** Training and inspections of a vendor: planned, late, and done with their result. */
export function VendorChecks({
  vendorId,
  checks,
  mayRecord,
}: {
  vendorId: string;
  checks: readonly VendorCheck[];
  mayRecord: boolean;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const [open, setOpen] = useState<VendorCheck | 'plan' | null>(null);
  const plan = mayRecord ? (
    <Button onPress={() => setOpen('plan')}>{text('provision.checks.plan')}</Button>
  ) : undefined;
  return (
    <div className="stack">
      <Table<VendorCheck>
        label={text('provision.vendor.tab.checks')}
        rows={checks}
        keyOf={({ checkId }) => checkId}
        columns={[
          {
            key: 'kind',
            title: text('provision.checks.column.kind'),
            width: '9rem',
            render: ({ kind }) => text(`provision.check.${kind}`),
          },
          {
            key: 'due',
            title: text('provision.checks.column.due'),
            width: '16rem',
            render: (check) => (
              <span className="row">
                {check.isOverdue ? (
                  <StateMark tone="attention">
                    {text('provision.checks.overdue', { date: format.date(check.dueOn) })}
                  </StateMark>
                ) : (
                  <span>{format.date(check.dueOn)}</span>
                )}
                {check.everyMonths === null ? null : (
                  <span className="quiet small">
                    {text('provision.checks.every', { months: check.everyMonths })}
                  </span>
                )}
              </span>
            ),
          },
          {
            key: 'done',
            title: text('provision.checks.column.done'),
            width: '15rem',
            render: (check) => {
              if (check.doneOn !== null)
                return text('provision.checks.done_by', {
                  date: format.date(check.doneOn),
                  number: check.staffNumber ?? 0,
                });
              return mayRecord ? (
                <Button kind="text" onPress={() => setOpen(check)}>
                  {text('provision.checks.complete')}
                </Button>
              ) : null;
            },
          },
          {
            key: 'result',
            title: text('provision.checks.column.result'),
            render: ({ result }) => result,
          },
        ]}
        empty={
          <EmptyState title={text('provision.checks.empty')} action={plan}>
            {text('provision.checks.empty_text')}
          </EmptyState>
        }
      />
      {checks.length === 0 ? null : <div className="row">{plan}</div>}
      {open === 'plan' ? <PlanCheck vendorId={vendorId} onClose={() => setOpen(null)} /> : null}
      {open !== null && open !== 'plan' ? <CompleteCheck check={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function PlanCheck({ vendorId, onClose }: { vendorId: string; onClose(): void }) {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.planCheck');
  const form = useForm<{ kind: string; dueOn: string | null; everyMonths: number | null }>({
    defaultValues: { kind: 'inspection', dueOn: today, everyMonths: 12 },
  });
  const { submit, failure } = useFormCall(send, form);
  const save = form.handleSubmit(async ({ kind, dueOn, everyMonths }) => {
    const chosen = checkKind.safeParse(kind);
    if (!chosen.success || dueOn === null) return;
    if ((await submit({ vendorId, kind: chosen.data, dueOn, everyMonths })) === undefined) return;
    notify(text('provision.checks.planned'));
    onClose();
  });
  return (
    <FormDialog
      title={text('provision.checks.plan')}
      save={text('provision.checks.plan')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <FormRadioGroup
        control={form.control}
        name="kind"
        label={text('provision.checks.kind')}
        options={checkKind.options.map((kind) => ({ value: kind, label: text(`provision.check.${kind}`) }))}
      />
      <FormDateField
        control={form.control}
        name="dueOn"
        label={text('provision.checks.due_on')}
        rules={{ required: text('common.field.required') }}
      />
      <FormNumberField
        control={form.control}
        name="everyMonths"
        label={text('provision.checks.repeat')}
        hint={text('provision.checks.repeat_hint')}
        isOptional
      />
    </FormDialog>
  );
}

function CompleteCheck({ check, onClose }: { check: VendorCheck; onClose(): void }) {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.completeCheck');
  const form = useForm<{ doneOn: string | null; result: string }>({
    defaultValues: { doneOn: today, result: '' },
  });
  const { submit, failure } = useFormCall(send, form);
  const filled = useFilled();
  const save = form.handleSubmit(async ({ doneOn, result }) => {
    if (doneOn === null) return;
    if ((await submit({ checkId: check.checkId, doneOn, result })) === undefined) return;
    notify(text('provision.checks.completed'));
    onClose();
  });
  return (
    <FormDialog
      title={text(`provision.check.${check.kind}`)}
      save={text('provision.checks.complete')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <FormDateField
        control={form.control}
        name="doneOn"
        label={text('provision.checks.done_on')}
        maximum={today}
        rules={{ required: text('common.field.required') }}
      />
      <FormTextArea
        control={form.control}
        name="result"
        label={text('provision.checks.result')}
        maxLength={500}
        rules={filled}
      />
    </FormDialog>
  );
}
