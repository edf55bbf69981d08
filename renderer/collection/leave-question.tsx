import { useBlocker } from '@tanstack/react-router';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons } from '../components/index.ts';

/** Asks before a half-filled consent is left: kept as a draft for a while, or given up. */
export function LeaveQuestion({
  isBegun,
  onKeep,
  onDiscard,
}: {
  isBegun: boolean;
  /** Both settle before the screen is left. */
  onKeep(): Promise<void>;
  onDiscard(): Promise<void>;
}) {
  const text = useText();
  const blocker = useBlocker({
    shouldBlockFn: () => isBegun,
    withResolver: true,
    enableBeforeUnload: false,
  });
  const isAsked = blocker.status === 'blocked';
  const stay = () => blocker.reset?.();
  const leave = async (first: () => Promise<void>) => {
    await first();
    blocker.proceed?.();
  };
  return (
    <Dialog isOpen={isAsked} onClose={stay} title={text('collection.leave.title')} role="alertdialog">
      <p>{text('collection.leave.text')}</p>
      <DialogButtons>
        <Button onPress={stay}>{text('collection.leave.stay')}</Button>
        <Button onPress={() => void leave(onDiscard)}>{text('collection.leave.discard')}</Button>
        <Button kind="primary" onPress={() => void leave(onKeep)} autoFocus>
          {text('collection.leave.keep')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
