import { useRef, useState } from 'react';
import { useSessionSend, useStatus } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, TextField } from '../components/index.ts';
import { Tonight } from '../destruction/tonight.tsx';
import { useAttempt } from './attempt.ts';
import { Entrance } from './entrance.tsx';

/** Nothing of the desk is shown until the same person is back, or signs out for somebody else. */
export function LockScreen() {
  const text = useText();
  const user = useStatus()?.user;
  const unlock = useSessionSend('office.unlock');
  const signOut = useSessionSend('office.signOut');
  const { seconds, failure, refusal, attempt } = useAttempt();
  const [password, setPassword] = useState('');
  const input = useRef<HTMLInputElement>(null);
  return (
    <Entrance>
      <h1>{text('office.lock.title')}</h1>
      <p className="quiet">
        {user ? text('office.lock.text_named', { name: user.displayName }) : text('office.lock.text')}
      </p>
      <form
        className="entrance-form"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          const isOpen = await attempt(() => unlock.mutateAsync({ password }));
          if (!isOpen) {
            setPassword('');
            input.current?.focus();
          }
        }}
      >
        <TextField
          label={text('office.user.password')}
          type="password"
          value={password}
          onChange={setPassword}
          error={refusal === null ? undefined : text(`office.lock.${refusal}`)}
          maxLength={128}
          inputRef={input}
          autoFocus
        />
        <ErrorNote error={failure} />
        <div className="row">
          <Button
            kind="primary"
            type="submit"
            isBusy={unlock.isPending}
            isDisabled={seconds > 0 || password === ''}
          >
            {text('office.lock.unlock')}
          </Button>
          <Button onPress={() => signOut.mutate({})} isBusy={signOut.isPending}>
            {text('office.session.sign_out')}
          </Button>
        </div>
        <p className="entrance-wait figure">
          {seconds > 0 ? text('office.sign_in.wait', { seconds }) : text('office.lock.sign_out_hint')}
        </p>
        <p className="quiet small">{text('office.lock.goes_on')}</p>
        <Tonight />
      </form>
    </Entrance>
  );
}
