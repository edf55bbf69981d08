import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useForm } from 'react-hook-form';
import type { SigningCertificate } from '../../shared/contract/register-certificates.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { toBase64 } from '../collection/attachment-transfer.ts';
import {
  Answered,
  Button,
  ConfirmDialog,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorNote,
  FormTextField,
  Identifier,
  notify,
  PageHeader,
  Section,
  StateMark,
  Table,
} from '../components/index.ts';
import { RegisterNav } from './room.tsx';
import { StorageMediumSection } from './storage-medium.tsx';

/** What signs the office's documents, and the medium its records lie on: both stand on every certificate from now on. */
export function SigningScreen() {
  const text = useText();
  const [isImporting, setImporting] = useState(false);
  const [removing, setRemoving] = useState<SigningCertificate | null>(null);
  const list = useCall('register.listSigningCertificates', {});
  const remove = useSend('register.removeSigningCertificate');
  return (
    <div className="page">
      <RegisterNav />
      <PageHeader
        room="register"
        title={text('register.signing.title')}
        lead={text('register.signing.lead')}
      />
      <div className="stack">
        <Section
          title={text('register.signing.certificates')}
          actions={
            <Button kind="primary" onPress={() => setImporting(true)}>
              {text('register.signing.import')}
            </Button>
          }
        >
          <Answered query={list}>
            {({ certificates }) => <Certificates certificates={certificates} onRemove={setRemoving} />}
          </Answered>
        </Section>
        <StorageMediumSection />
      </div>
      {isImporting ? <ImportDialog onClose={() => setImporting(false)} /> : null}
      {removing === null ? null : (
        <ConfirmDialog
          isOpen
          title={text('register.signing.remove.title', { subject: removing.subject })}
          consequence={text('register.signing.remove.text')}
          confirmLabel={text('register.signing.remove')}
          isDanger
          isBusy={remove.isPending}
          error={remove.error?.error ?? null}
          onClose={() => setRemoving(null)}
          onConfirm={() =>
            remove.mutate(
              { certificateId: removing.certificateId },
              {
                onSuccess: () => {
                  notify(text('register.signing.remove.done'));
                  setRemoving(null);
                },
              },
            )
          }
        />
      )}
    </div>
  );
}

function Certificates({
  certificates,
  onRemove,
}: {
  certificates: readonly SigningCertificate[];
  onRemove(certificate: SigningCertificate): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <Table
      label={text('register.signing.certificates')}
      rows={certificates}
      keyOf={({ certificateId }) => certificateId}
      nameOf={({ subject }) => subject}
      empty={<EmptyState title={text('register.signing.empty')} />}
      columns={[
        {
          key: 'subject',
          title: text('register.signing.subject'),
          isRowHeader: true,
          render: ({ subject, origin }) => (
            <span>
              <strong>{subject}</strong>
              <br />
              <span className="quiet small">{text(`register.signing.origin.${origin}`)}</span>
            </span>
          ),
        },
        {
          key: 'issuer',
          title: text('register.signing.issuer'),
          render: ({ issuer, isSelfIssued }) =>
            isSelfIssued ? text('register.signing.self_issued') : issuer,
        },
        {
          key: 'validity',
          title: text('register.signing.until'),
          width: '9rem',
          render: ({ notAfter }) => format.date(notAfter.slice(0, 10)),
        },
        { key: 'key', title: text('register.signing.key'), width: '6.5rem', render: ({ key }) => key },
        {
          key: 'fingerprint',
          title: text('register.signing.fingerprint'),
          width: '8rem',
          render: ({ fingerprint }) => (
            <Identifier value={fingerprint} label={text('register.signing.fingerprint')} />
          ),
        },
        {
          key: 'state',
          title: text('register.signing.state'),
          width: '8rem',
          render: ({ isInUse, isExpired }) =>
            isInUse ? (
              <StateMark tone="done">{text('register.signing.in_use')}</StateMark>
            ) : (
              <StateMark tone={isExpired ? 'attention' : 'waiting'}>
                {text(isExpired ? 'register.signing.expired' : 'register.signing.waiting')}
              </StateMark>
            ),
        },
        {
          key: 'remove',
          title: text('register.signing.remove'),
          width: '6rem',
          render: (certificate) =>
            certificate.origin === 'own' ? null : (
              <Button kind="text" onPress={() => onRemove(certificate)}>
                {text('register.signing.remove')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function ImportDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  return (
    <Dialog isOpen onClose={onClose} title={text('register.signing.import.title')}>
      <Import onClose={onClose} />
    </Dialog>
  );
}

function Import({ onClose }: { onClose(): void }) {
  const text = useText();
  const [file, setFile] = useState<File | null>(null);
  const form = useForm({ defaultValues: { passphrase: '' } });
  const send = useSend('register.importSigningCertificate');
  const { submit, failure, clearFailure } = useFormCall(send, form);
  const save = form.handleSubmit(async ({ passphrase }) => {
    if (file === null) return;
    const answer = await submit({ file: await toBase64(file), passphrase });
    if (answer === undefined) return;
    notify(text('register.signing.import.done'));
    onClose();
  });
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.stopPropagation();
        void save(event);
      }}
    >
      <p>{text('register.signing.import.text')}</p>
      <div className="row">
        <FileTrigger
          acceptedFileTypes={['.p12', '.pfx', 'application/x-pkcs12']}
          onSelect={(files) => {
            setFile(files?.[0] ?? null);
            clearFailure();
          }}
        >
          <Button autoFocus>{text('register.signing.import.choose')}</Button>
        </FileTrigger>
        <span>{file === null ? text('register.signing.import.none') : file.name}</span>
      </div>
      <FormTextField
        control={form.control}
        name="passphrase"
        type="password"
        label={text('register.signing.import.passphrase')}
        hint={text('register.signing.import.passphrase.hint')}
        maxLength={200}
        isOptional
      />
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={file === null} isBusy={send.isPending}>
          {text('register.signing.import.submit')}
        </Button>
      </DialogButtons>
    </form>
  );
}
