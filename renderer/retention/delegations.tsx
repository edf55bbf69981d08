import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { DelegationRow } from '../../shared/contract/destruction-delegations.ts';
import type { UserRow } from '../../shared/contract/office.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useMay, useOfficeFormat, useToday, useUser } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  type Column,
  ConfirmDialog,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorNote,
  Explanation,
  FormDateField,
  FormSelect,
  notify,
  Section,
  StateMark,
  Table,
} from '../components/index.ts';

/** Who approves in whose place while that person is away. */
export function Delegations() {
  const text = useText();
  const may = useMay();
  const list = useCall('destruction.listDelegations', {});
  const { users = [] } = useCall('office.listUsers', {}).data ?? {};
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<DelegationRow | null>(null);
  const columns = useDelegationColumns(users, setEnding);
  return (
    <Section title={text('destruction.delegations.title')}>
      <p className="quiet">{text('destruction.delegations.lead')}</p>
      <Answered query={list}>
        {({ delegations }) => (
          <Table
            label={text('destruction.delegations.title')}
            columns={columns}
            rows={delegations}
            keyOf={(row) => row.delegationId}
            empty={<EmptyState title={text('destruction.delegations.empty')} />}
          />
        )}
      </Answered>
      {may('destruction.delegate') ? (
        <div className="row">
          <Button onPress={() => setAdding(true)}>{text('destruction.delegations.add')}</Button>
        </div>
      ) : null}
      {isAdding ? <DelegationDialog users={users} onClose={() => setAdding(false)} /> : null}
      {ending === null ? null : <EndDialog delegation={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function useDelegationColumns(
  users: readonly UserRow[],
  onEnd: (delegation: DelegationRow) => void,
): Column<DelegationRow>[] {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const me = useUser();
  const named = (number: number) => {
    const user = users.find(({ staffNumber }) => staffNumber === number);
    return text('destruction.delegations.person', { number, name: user?.displayName ?? '' });
  };
  return [
    {
      key: 'absent',
      title: text('destruction.delegations.absent'),
      isRowHeader: true,
      render: (row) => named(row.absentStaffNumber),
    },
    {
      key: 'deputy',
      title: text('destruction.delegations.deputy'),
      render: (row) => named(row.deputyStaffNumber),
    },
    {
      key: 'days',
      title: text('destruction.delegations.days'),
      width: '18rem',
      render: (row) => (
        <>
          {text('destruction.delegations.from_to', {
            from: format.date(row.fromOn),
            to: format.date(row.throughOn),
          })}
          <span className="review-secondary">
            {row.isInForce ? (
              <StateMark tone="waiting">{text('destruction.delegations.in_force')}</StateMark>
            ) : (
              text('destruction.delegations.planned')
            )}
          </span>
        </>
      ),
    },
    {
      key: 'end',
      title: text('destruction.delegations.end'),
      width: '8rem',
      render: (row) =>
        may('office.manage_users') ||
        [row.absentStaffNumber, row.deputyStaffNumber].includes(me.staffNumber) ? (
          <Button
            kind="text"
            onPress={() => onEnd(row)}
            aria-label={text('destruction.delegations.end_of', { name: named(row.absentStaffNumber) })}
          >
            {text('destruction.delegations.end')}
          </Button>
        ) : null,
    },
  ];
}

interface Values {
  absentId: string | null;
  deputyId: string | null;
  fromOn: string | null;
  throughOn: string | null;
}

function DelegationDialog({ users, onClose }: { users: readonly UserRow[]; onClose(): void }) {
  const text = useText();
  const may = useMay();
  const me = useUser();
  const today = useToday();
  const form = useForm<Values>({
    defaultValues: {
      absentId: mayDo(me.roles, 'destruction.approve') ? me.id : null,
      deputyId: null,
      fromOn: today,
      throughOn: null,
    },
  });
  const enter = useSend('destruction.enterDelegation');
  const { submit, failure } = useFormCall(enter, form);
  const absentId = form.watch('absentId');
  const option = (user: UserRow) => ({
    value: user.id,
    label: text('destruction.delegations.person', { number: user.staffNumber, name: user.displayName }),
  });
  const absent = users.filter(
    (user) => mayDo(user.roles, 'destruction.approve') && (user.id === me.id || may('office.manage_users')),
  );
  // Whoever checks afterwards, whoever is away and whoever enters it cannot be named.
  const deputies = users.filter(
    (user) => user.id !== absentId && user.id !== me.id && user.roles.some((role) => role !== 'auditor'),
  );
  const filled = { required: text('common.field.required') };
  const send = async ({ absentId, deputyId, fromOn, throughOn }: Values) => {
    if (absentId === null || deputyId === null || fromOn === null || throughOn === null) return;
    if (!(await submit({ absentId, deputyId, fromOn, throughOn }))) return;
    notify(text('destruction.delegations.done'));
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={text('destruction.delegations.add')} isBusy={enter.isPending}>
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <Explanation>{text('destruction.delegations.limits')}</Explanation>
        <FormSelect
          control={form.control}
          name="absentId"
          label={text('destruction.delegations.absent')}
          options={absent.map(option)}
          rules={filled}
        />
        <FormSelect
          control={form.control}
          name="deputyId"
          label={text('destruction.delegations.deputy')}
          options={deputies.map(option)}
          rules={filled}
        />
        <div className="columns">
          <FormDateField
            control={form.control}
            name="fromOn"
            label={text('destruction.delegations.from')}
            rules={filled}
          />
          <FormDateField
            control={form.control}
            name="throughOn"
            label={text('destruction.delegations.through')}
            rules={filled}
          />
        </div>
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={enter.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={enter.isPending}>
            {text('destruction.delegations.enter')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function EndDialog({ delegation, onClose }: { delegation: DelegationRow; onClose(): void }) {
  const text = useText();
  const end = useSend('destruction.endDelegation');
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() =>
        end.mutate(
          { delegationId: delegation.delegationId },
          {
            onSuccess: () => {
              notify(text('destruction.delegations.ended'));
              onClose();
            },
          },
        )
      }
      title={text('destruction.delegations.end.title')}
      consequence={text('destruction.delegations.end.consequence', {
        deputy: delegation.deputyStaffNumber,
        absent: delegation.absentStaffNumber,
      })}
      confirmLabel={text('destruction.delegations.end')}
      isBusy={end.isPending}
      error={end.error?.error ?? null}
    />
  );
}
