import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { UserRow } from '../../shared/contract/office.ts';
import { roles } from '../../shared/domain/office/permission.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useUser } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  ConfirmDialog,
  Dialog,
  DialogButtons,
  ErrorNote,
  FormCheckboxGroup,
  notify,
} from '../components/index.ts';

/** Roles of one user, and the way out of the office for them. */
export function ChangeUserDialog({ user, onClose }: { user: UserRow; onClose(): void }) {
  const [isRemoving, setRemoving] = useState(false);
  return isRemoving ? (
    <RemoveUserDialog user={user} onClose={onClose} />
  ) : (
    <RolesDialog user={user} onClose={onClose} onRemove={() => setRemoving(true)} />
  );
}

function RolesDialog({ user, onClose, onRemove }: { user: UserRow; onClose(): void; onRemove(): void }) {
  const text = useText();
  const isOneself = useUser().id === user.id;
  const form = useForm({ defaultValues: { roles: user.roles } });
  const change = useSend('office.setUserRoles');
  const { submit, failure } = useFormCall(change, form);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('office.users.roles_title', { name: user.displayName })}
      isBusy={change.isPending}
    >
      <form
        noValidate
        onSubmit={form.handleSubmit(async ({ roles: chosen }) => {
          if ((await submit({ userId: user.id, roles: chosen })) === undefined) return;
          notify(text('office.users.roles_saved'));
          onClose();
        })}
      >
        <FormCheckboxGroup
          control={form.control}
          name="roles"
          label={text('office.user.roles')}
          options={roles.map((role) => ({
            value: role,
            label: text(`office.role.${role}`),
            description: text(`office.role.${role}_does`),
          }))}
          rules={{
            validate: (value) => (Array.isArray(value) && value.length > 0) || text('office.user.roles_none'),
          }}
        />
        <ErrorNote error={failure} />
        <DialogButtons>
          {isOneself ? null : (
            <Button kind="text" onPress={onRemove} isDisabled={change.isPending}>
              {text('office.users.remove')}
            </Button>
          )}
          <Button onPress={onClose} isDisabled={change.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={change.isPending}>
            {text('office.users.roles_save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function RemoveUserDialog({ user, onClose }: { user: UserRow; onClose(): void }) {
  const text = useText();
  const remove = useSend('office.removeUser');
  const name = user.displayName;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { userId: user.id },
          {
            onSuccess: () => {
              notify(text('office.users.removed_notice', { name }));
              onClose();
            },
          },
        )
      }
      title={text('office.users.remove_title', { name })}
      consequence={text('office.users.remove_text', { name })}
      confirmLabel={text('office.users.remove')}
      isDanger
      isBusy={remove.isPending}
      error={remove.error?.error ?? null}
    />
  );
}
