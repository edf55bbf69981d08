import { type ReactNode, useState } from 'react';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { GivenOutReport } from '../../shared/contract/provision.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, ErrorNote, ProgressPanel } from '../components/index.ts';

type CheckChannel = 'provision.checkProvision' | 'provision.checkHandOver';

/** Data is given out in two steps: first it is asked who is covered, then it is said how those who are were given out. */
export function CheckedDialog<Name extends CheckChannel>({
  channel,
  title,
  onClose,
  question,
  covered,
}: {
  channel: Name;
  title: string;
  onClose(): void;
  /** @param standing how far the check has come, or why it was refused: to be shown above the buttons */
  question(onCheck: (asked: ChannelInput<Name>) => void, isBusy: boolean, standing: ReactNode): ReactNode;
  covered(asked: ChannelInput<Name>, report: GivenOutReport, onBack: () => void): ReactNode;
}) {
  const text = useText();
  const check = useSend(channel);
  const [asked, setAsked] = useState<ChannelInput<Name> | null>(null);
  const [report, setReport] = useState<GivenOutReport | null>(null);
  const onCheck = (input: ChannelInput<Name>) => {
    setAsked(input);
    check.mutate(input, { onSuccess: setReport });
  };
  return (
    <Dialog isOpen onClose={onClose} title={title} size="wide" isBusy={check.isPending}>
      {asked !== null && report !== null
        ? covered(asked, report, () => {
            check.reset();
            setReport(null);
          })
        : question(
            onCheck,
            check.isPending,
            <>
              {check.isPending ? (
                <ProgressPanel channel={channel} label={text('provision.provide.checking')} canCancel />
              ) : null}
              <ErrorNote error={check.error?.error} />
            </>,
          )}
    </Dialog>
  );
}

/** The question of a CheckedDialog: its fields, how far the check has come, and the way on to who is covered. */
export function CheckForm({
  onCheck,
  onClose,
  isBusy,
  standing,
  children,
}: {
  onCheck(): void;
  onClose(): void;
  isBusy: boolean;
  /** What the dialog handed to the question. */
  standing: ReactNode;
  children: ReactNode;
}) {
  const text = useText();
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onCheck();
      }}
    >
      {children}
      {standing}
      <DialogButtons>
        <Button onPress={onClose} isDisabled={isBusy}>
          {text('common.cancel')}
        </Button>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {text('provision.provide.check')}
        </Button>
      </DialogButtons>
    </form>
  );
}
