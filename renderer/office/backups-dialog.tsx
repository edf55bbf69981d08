import { useForm } from 'react-hook-form';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  FormTextField,
  notify,
  ProgressPanel,
} from '../components/index.ts';

/** Makes a backup now, in a folder on another disk. */
export function BackUpDialog({ folder, onClose }: { folder: string; onClose(): void }) {
  const text = useText();
  const form = useForm({ defaultValues: { folder } });
  const backUp = useSend('office.backUp');
  const { submit, failure } = useFormCall(backUp, form);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('office.backups.make')}
      size="wide"
      isBusy={backUp.isPending}
    >
      <form
        noValidate
        onSubmit={form.handleSubmit(async (values) => {
          const made = await submit(values);
          if (made === undefined) return;
          const { reference, records, attachmentsMended } = made;
          const copied = made.attachmentsCopied - attachmentsMended;
          notify(text('office.backups.made', { reference, records, copied }));
          for (const [said, count] of [
            ['office.backups.mended', attachmentsMended],
            ['office.backups.brought_back', made.attachmentsBroughtBack],
            ['office.backups.lost', made.attachmentsLost],
          ] as const) {
            if (count > 0) notify(text(said, { count }), 'ember');
          }
          if (made.onSameDisk) notify(text('office.backups.same_disk'), 'ember');
          onClose();
        })}
      >
        <FormTextField
          control={form.control}
          name="folder"
          label={text('office.backups.folder')}
          hint={text('office.backups.folder_hint')}
          maxLength={1000}
          rules={{ required: text('common.field.required') }}
          isDisabled={backUp.isPending}
          autoFocus
        />
        <ErrorNote error={failure} />
        {backUp.isPending ? (
          <ProgressPanel channel="office.backUp" label={text('office.backups.making')} canCancel />
        ) : null}
        <DialogButtons>
          <Button onPress={onClose} isDisabled={backUp.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={backUp.isPending}>
            {text('office.backups.make')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
