import type { ReactNode } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, ErrorNote } from '../components/index.ts';

/** A dialog that is one form: its fields, what was refused, and two buttons. */
export function FormDialog({
  title,
  save,
  onSave,
  onClose,
  isBusy,
  failure,
  isDangerous = false,
  size = 'normal',
  children,
}: {
  title: string;
  /** What the button says. */
  save: string;
  /** `form.handleSubmit(...)` of react-hook-form. */
  onSave(event: React.BaseSyntheticEvent): Promise<void>;
  onClose(): void;
  isBusy: boolean;
  failure: CallError | null | undefined;
  isDangerous?: boolean;
  size?: 'normal' | 'wide';
  children: ReactNode;
}) {
  const text = useText();
  return (
    <Dialog isOpen onClose={onClose} title={title} size={size} isBusy={isBusy}>
      <form noValidate onSubmit={(event) => void onSave(event)}>
        {children}
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={isBusy}>
            {text('common.cancel')}
          </Button>
          <Button kind={isDangerous ? 'danger' : 'primary'} type="submit" isBusy={isBusy}>
            {save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** Rules of a field that must say something; spaces alone do not count. */
export function useFilled() {
  const text = useText();
  return {
    validate: (value: unknown) =>
      (typeof value === 'string' && value.trim() !== '') || text('common.field.required'),
  };
}
