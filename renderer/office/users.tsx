import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { UserRow } from '../../shared/contract/office.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Badge,
  Button,
  type Column,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  notify,
  PageHeader,
  Table,
} from '../components/index.ts';
import { newUserValues, UserFields, type UserValues } from './user-fields.tsx';
import { ChangeUserDialog } from './users-change.tsx';

export function UsersScreen() {
  const text = useText();
  const may = useMay();
  const users = useCall('office.listUsers', {});
  const home = useCall('office.home', {});
  const [isAdding, setAdding] = useState(false);
  const [changed, setChanged] = useState<UserRow | null>(null);
  return (
    <div className="page">
      <PageHeader
        room="office"
        title={text('office.users.title')}
        lead={text('office.users.lead')}
        actions={
          may('office.manage_users') ? (
            <Button kind="primary" onPress={() => setAdding(true)}>
              {text('office.users.add')}
            </Button>
          ) : undefined
        }
      />
      {home.data && !home.data.dutiesCanBeSeparated ? (
        <Explanation title={text('office.home.duties')}>{text('office.home.duties_text')}</Explanation>
      ) : null}
      <Answered query={users}>
        {({ users: rows }) => (
          <UsersTable rows={rows} onChange={may('office.manage_users') ? setChanged : null} />
        )}
      </Answered>
      {changed ? <ChangeUserDialog user={changed} onClose={() => setChanged(null)} /> : null}
      {isAdding ? <AddUserDialog onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function UsersTable({
  rows,
  onChange,
}: {
  rows: readonly UserRow[];
  onChange: ((user: UserRow) => void) | null;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const columns: Column<UserRow>[] = [
    {
      key: 'number',
      title: text('office.users.staff_number'),
      width: '6rem',
      align: 'end',
      render: (row) => row.staffNumber,
    },
    {
      key: 'name',
      title: text('office.user.display_name'),
      isRowHeader: true,
      render: (row) => row.displayName,
    },
    { key: 'sign_in_name', title: text('office.user.sign_in_name'), render: (row) => row.signInName },
    {
      key: 'roles',
      title: text('office.user.roles'),
      render: (row) => (
        <span className="row">
          {row.roles.map((role) => (
            <Badge key={role}>{text(`office.role.${role}`)}</Badge>
          ))}
        </span>
      ),
    },
    {
      key: 'added',
      title: text('office.users.added'),
      width: '13rem',
      render: (row) => format.instant(row.createdAt),
    },
    ...(onChange === null
      ? []
      : [
          {
            key: 'change',
            title: text('office.users.change'),
            width: '7rem',
            render: (row: UserRow) => (
              <Button
                onPress={() => onChange(row)}
                aria-label={text('office.users.change_named', { name: row.displayName })}
              >
                {text('office.users.change')}
              </Button>
            ),
          },
        ]),
  ];
  return (
    <Table
      label={text('office.users.title')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      nameOf={(row) => row.displayName}
    />
  );
}

function AddUserDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const form = useForm<UserValues>({ defaultValues: newUserValues([]) });
  const add = useSend('office.addUser');
  const { submit, failure } = useFormCall(add, form);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('office.users.add_title')}
      size="wide"
      isBusy={add.isPending}
    >
      <form
        noValidate
        onSubmit={form.handleSubmit(async ({ repeated: _, ...user }) => {
          const added = await submit(user);
          if (added === undefined) return;
          notify(text('office.users.added_notice', { number: added.staffNumber }));
          onClose();
        })}
      >
        <UserFields control={form.control} under={(field) => field} autoFocus />
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={add.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={add.isPending}>
            {text('office.users.add')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
