import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { call, queryClient } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import { Button, ButtonLink, ErrorNote, notify, PageHeader } from '../components/index.ts';
import { CardField } from './keys-card-field.tsx';

/** Two cards typed back from paper: shows that the print can be read, and puts the kit in force. */
export function ConfirmCards() {
  const text = useText();
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { firstCard: '', secondCard: '' } });
  const isBusy = form.formState.isSubmitting;
  // Not by `useSend`: cards must not wait in the cache of what was sent.
  const { submit, failure } = useFormCall(
    {
      mutateAsync: (cards: { firstCard: string; secondCard: string }) =>
        call('office.confirmRecoveryKit', cards),
    },
    form,
  );
  return (
    <div className="page">
      <PageHeader
        room="office"
        title={text('office.kit.confirm_title')}
        lead={text('office.kit.confirm_text')}
      />
      <form
        className="kit-cards"
        noValidate
        onSubmit={form.handleSubmit(async (cards) => {
          const confirmed = await submit(cards);
          if (confirmed === undefined) return;
          const { kit, ended } = confirmed;
          notify(
            ended.length === 0
              ? text('office.kit.confirmed', { kit })
              : text('office.kit.confirmed_ended', { kit, ended: ended.join(', ') }),
          );
          void queryClient.invalidateQueries();
          await navigate({ to: '/keys' });
        })}
      >
        <CardField control={form.control} name="firstCard" label={text('office.card.first')} autoFocus />
        <CardField control={form.control} name="secondCard" label={text('office.card.second')} />
        <ErrorNote error={failure} />
        <div className="row">
          <ButtonLink to="/keys">{text('office.kit.later')}</ButtonLink>
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {text('office.kit.confirm')}
          </Button>
        </div>
      </form>
    </div>
  );
}
