import { Button } from '../components/button.tsx';
import { useSessionSend } from './session.ts';
import { useText } from './text.tsx';

export function SessionButtons() {
  const text = useText();
  const lock = useSessionSend('office.lock');
  const signOut = useSessionSend('office.signOut');
  return (
    <div className="session-buttons">
      <Button onPress={() => lock.mutate({})} isBusy={lock.isPending} aria-keyshortcuts="Control+L">
        {text('office.session.lock')}
      </Button>
      <Button onPress={() => signOut.mutate({})} isBusy={signOut.isPending}>
        {text('office.session.sign_out')}
      </Button>
    </div>
  );
}
