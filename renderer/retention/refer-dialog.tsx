import { useForm } from 'react-hook-form';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useUser } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormSelect,
  notify,
} from '../components/index.ts';

/** Leaves the decision about some records to another reviewer; until then bulk actions leave them out. */
export function ReferDialog({
  unitIds,
  onClose,
  onReferred,
}: {
  unitIds: string[];
  onClose(): void;
  onReferred(): void;
}) {
  const text = useText();
  const me = useUser();
  const { users = [] } = useCall('office.listUsers', {}).data ?? {};
  const form = useForm<{ referTo: string | null }>({ defaultValues: { referTo: null } });
  const refer = useSend('retention.setAside');
  const { submit, failure } = useFormCall(refer, form);
  const count = unitIds.length;
  const send = async ({ referTo }: { referTo: string | null }) => {
    if (referTo === null || !(await submit({ unitIds, referTo }))) return;
    notify(text('retention.refer.done', { count }));
    onReferred();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('retention.refer.title', { count })}
      isBusy={refer.isPending}
    >
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <Explanation>{text('retention.refer.lead')}</Explanation>
        <FormSelect
          control={form.control}
          name="referTo"
          label={text('retention.refer.to')}
          options={users
            .filter((user) => user.id !== me.id && mayDo(user.roles, 'destruction.propose'))
            .map((user) => ({
              value: user.id,
              label: text('destruction.delegations.person', {
                number: user.staffNumber,
                name: user.displayName,
              }),
            }))}
          rules={{ required: text('common.field.choose') }}
        />
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={refer.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={refer.isPending}>
            {text('retention.refer.action')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
