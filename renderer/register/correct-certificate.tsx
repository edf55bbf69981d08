import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import type { DestructionContent, EnvelopeOf } from '../../shared/domain/register/certificate.ts';
import { unknownMedium } from '../../shared/domain/register/storage-medium.ts';
import { type SupersessionReason, supersessionReasons } from '../../shared/domain/register/supersession.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  FormRadioGroup,
  FormSelect,
  FormTextField,
  notify,
} from '../components/index.ts';
import { MediumFields, type MediumValues, mediumOf, mediumValues } from './medium-fields.tsx';

interface Values {
  reason: SupersessionReason;
  officeName: string;
  medium: MediumValues;
  encryptedVolume: 'yes' | 'no' | 'unknown';
  solidState: 'yes' | 'no' | 'unknown';
  swap: 'none' | 'encrypted' | 'plain' | 'unknown';
}

/** A certificate that turns out to be wrong is superseded by a further one; it is never changed itself. */
export function CorrectCertificateDialog({
  certificate,
  onClose,
}: {
  certificate: EnvelopeOf<DestructionContent>;
  onClose(): void;
}) {
  const text = useText();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={text('register.correct.title', { number: certificate.content.number })}
    >
      <CorrectCertificate certificate={certificate} onClose={onClose} />
    </Dialog>
  );
}

function CorrectCertificate({
  certificate: { content, digest },
  onClose,
}: {
  certificate: EnvelopeOf<DestructionContent>;
  onClose(): void;
}) {
  const text = useText();
  const navigate = useNavigate();
  const electronic = content.kind === 'paper' ? null : content;
  const facts = electronic?.storageFacts;
  const form = useForm<Values>({
    defaultValues: {
      reason: 'entered_wrongly',
      officeName: content.office.name,
      medium: mediumValues(electronic?.media[0] ?? unknownMedium),
      encryptedVolume: facts?.encryptedVolume ?? 'unknown',
      solidState: facts?.solidState ?? 'unknown',
      swap: facts?.swap ?? 'unknown',
    },
  });
  const supersede = useSend('register.supersedeCertificate');
  const { submit, failure } = useFormCall(supersede, form);
  const send = form.handleSubmit(
    async ({ reason, officeName, medium, encryptedVolume, solidState, swap }) => {
      const answer = await submit({
        number: content.number,
        digest,
        reason,
        correction: {
          officeName,
          medium: electronic === null ? null : mediumOf(medium),
          storageFacts: electronic === null ? null : { encryptedVolume, solidState, swap },
        },
      });
      if (answer === undefined) return;
      notify(text('register.correct.done', { number: answer.number }));
      onClose();
      void navigate({ to: '/register/certificates/$number', params: { number: answer.number } });
    },
  );
  const known = (['yes', 'no', 'unknown'] as const).map((value) => ({
    value,
    label: text(`register.correct.known.${value}`),
  }));
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.stopPropagation();
        void send(event);
      }}
    >
      <p>{text('register.correct.lead', { number: content.number })}</p>
      <FormRadioGroup
        control={form.control}
        name="reason"
        label={text('register.correct.reason')}
        options={supersessionReasons.map((value) => ({
          value,
          label: text(`register.correct.reason.${value}`),
        }))}
      />
      <FormTextField
        control={form.control}
        name="officeName"
        label={text('register.correct.office')}
        maxLength={200}
        rules={{
          validate: (value: unknown) =>
            (typeof value === 'string' && value.trim() !== '') || text('common.field.required'),
        }}
      />
      {electronic === null ? null : (
        <>
          <h3>{text('register.medium.title')}</h3>
          <MediumFields control={form.control} />
          <h3>{text('register.correct.storage')}</h3>
          <div className="columns">
            <FormSelect
              control={form.control}
              name="encryptedVolume"
              label={text('register.correct.encrypted')}
              options={known}
            />
            <FormSelect
              control={form.control}
              name="solidState"
              label={text('register.correct.solid_state')}
              options={known}
            />
            <FormSelect
              control={form.control}
              name="swap"
              label={text('register.correct.swap')}
              options={(['none', 'encrypted', 'plain', 'unknown'] as const).map((value) => ({
                value,
                label: text(`register.correct.swap.${value}`),
              }))}
            />
          </div>
        </>
      )}
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button kind="primary" type="submit" isBusy={supersede.isPending}>
          {text('register.correct.submit')}
        </Button>
      </DialogButtons>
    </form>
  );
}
