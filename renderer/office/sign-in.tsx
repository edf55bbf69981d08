import { useId, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { CallError } from '../../shared/contract/answer.ts';
import type { OfficeStatus } from '../../shared/contract/office.ts';
import { useSessionSend, useStatus } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Badge, Button, ErrorNote, FormTextField, TextField } from '../components/index.ts';
import { useAttempt } from './attempt.ts';
import { Entrance } from './entrance.tsx';
import { RecoverScreen } from './recover.tsx';
import { SetAside } from './set-aside.tsx';
import './sign-in.css';

interface Values {
  signInName: string;
  password: string;
}

export function SignInScreen() {
  const text = useText();
  const status = useStatus();
  const signIn = useSessionSend('office.signIn');
  const form = useForm<Values>({ defaultValues: { signInName: '', password: '' } });
  const { seconds, failure, refusal, attempt } = useAttempt();
  const passwordInput = useRef<HTMLInputElement>(null);
  const waitId = useId();
  const [isRecovering, setRecovering] = useState(false);
  const password = form.watch('password');

  const submit = form.handleSubmit(async (values) => {
    const isIn = await attempt(() => signIn.mutateAsync(values));
    if (!isIn) {
      form.setValue('password', '');
      passwordInput.current?.focus();
    }
  });

  if (isRecovering) {
    return (
      <RecoverScreen
        onClose={(signInName) => {
          if (signInName !== '') form.setValue('signInName', signInName);
          setRecovering(false);
        }}
      />
    );
  }

  return (
    <Entrance>
      <h1>{text('office.sign_in.title')}</h1>
      {status?.office ? <p className="quiet">{status.office.name}</p> : null}
      <form className="entrance-form" onSubmit={submit} noValidate>
        <FormTextField
          control={form.control}
          name="signInName"
          label={text('office.user.sign_in_name')}
          rules={{ required: text('common.field.required') }}
          maxLength={60}
          autoFocus
        />
        <TextField
          label={text('office.user.password')}
          type="password"
          value={password}
          onChange={(value) => form.setValue('password', value)}
          error={refusal === null ? undefined : text(`office.sign_in.${refusal}`)}
          maxLength={128}
          inputRef={passwordInput}
        />
        <ErrorNote error={failure} />
        {status?.needsRestore === true || isOfficeDamaged(failure) ? <SetAside /> : null}
        <Button
          kind="primary"
          type="submit"
          isBusy={signIn.isPending}
          isDisabled={seconds > 0}
          aria-describedby={waitId}
        >
          {text('office.sign_in.submit')}
        </Button>
        <p id={waitId} className="entrance-wait figure" aria-live="off">
          {seconds > 0 ? text('office.sign_in.wait', { seconds }) : null}
        </p>
        <Button kind="text" onPress={() => setRecovering(true)}>
          {text('office.recover.forgot')}
        </Button>
      </form>
      {status?.demoUsers ? (
        <DemoUsers
          users={status.demoUsers}
          onChoose={(user) => {
            form.setValue('signInName', user.signInName);
            form.setValue('password', user.password);
            passwordInput.current?.focus();
          }}
        />
      ) : null}
    </Entrance>
  );
}

/** Somebody's own file alone is mended with recovery cards, not by setting everybody's office aside. */
function isOfficeDamaged(failure: CallError | null): boolean {
  return failure?.code === 'folder_damaged' && failure.params.part !== 'holder';
}

type DemoUser = NonNullable<OfficeStatus['demoUsers']>[number];

function DemoUsers({ users, onChoose }: { users: readonly DemoUser[]; onChoose(user: DemoUser): void }) {
  const text = useText();
  return (
    <section className="demo-users" aria-labelledby="demo-users-title">
      <h2 id="demo-users-title" className="demo-users-title">
        {text('office.demo.title')}
      </h2>
      <p className="quiet small">{text('office.demo.text')}</p>
      <table className="demo-users-table">
        <thead>
          <tr>
            <th scope="col">{text('office.user.sign_in_name')}</th>
            <th scope="col">{text('office.user.password')}</th>
            <th scope="col">{text('office.user.roles')}</th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.signInName}>
              <th scope="row">
                <Button kind="text" onPress={() => onChoose(user)}>
                  {user.signInName}
                </Button>
              </th>
              <td className="demo-users-password">{user.password}</td>
              <td>
                <span className="demo-users-roles">
                  {user.roles.map((role) => (
                    <Badge key={role}>{text(`office.role.${role}`)}</Badge>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
