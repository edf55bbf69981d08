import { Link } from '@tanstack/react-router';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { ElectronicContent, EnvelopeOf } from '../../shared/domain/register/certificate.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { DefinitionList, Explanation, Identifier, StateMark } from '../components/index.ts';
import { CompletionFacts } from './completion-facts.tsx';

/** What a reader wants to know of a certificate before reading it. */
export function CertificateFacts({ certificate, signatureValid }: ChannelOutput<'register.getCertificate'>) {
  const { content } = certificate;
  return content.kind === 'completion' ? (
    <CompletionFacts envelope={{ ...certificate, content }} signatureValid={signatureValid} />
  ) : (
    <ElectronicFacts envelope={{ ...certificate, content }} signatureValid={signatureValid} />
  );
}

function ElectronicFacts({
  envelope,
  signatureValid,
}: {
  envelope: EnvelopeOf<ElectronicContent>;
  signatureValid: boolean;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const { content, digest } = envelope;
  const passed = content.verification.filter(({ result }) => result === 'pass').length;
  return (
    <>
      <DefinitionList
        entries={[
          {
            term: text('register.certificate.signature'),
            value: signatureValid ? (
              <StateMark tone="done">{text('register.certificate.signature.valid')}</StateMark>
            ) : (
              <StateMark tone="attention">{text('register.certificate.signature.invalid')}</StateMark>
            ),
          },
          { term: text('register.certificate.issued'), value: format.instant(content.issuedAt) },
          {
            term: text('register.certificate.order'),
            value: may('destruction.read') ? (
              <Link to="/destruction/$orderId" params={{ orderId: content.order.id }}>
                {content.order.number}
              </Link>
            ) : (
              content.order.number
            ),
          },
          { term: text('register.certificate.units'), value: format.number(content.counts.units) },
          { term: text('register.certificate.people'), value: format.number(content.counts.people) },
          {
            term: text('register.certificate.epochs'),
            value: text('register.certificate.epochs.value', {
              before: content.method.epochBefore,
              after: content.method.epochAfter,
            }),
          },
          {
            term: text('register.certificate.checks'),
            value: text('register.certificate.checks.value', {
              passed,
              total: content.verification.length,
            }),
          },
          {
            term: text('register.certificate.digest'),
            value: <Identifier value={digest} label={text('register.certificate.digest')} />,
          },
        ]}
      />
      {signatureValid ? null : (
        <Explanation tone="ember">{text('register.certificate.signature.invalid.text')}</Explanation>
      )}
      {content.conditional ? (
        <Explanation tone="ember">
          {text('register.certificate.conditional.text', {
            count:
              content.keyCopies.outstanding.length +
              content.knownCopies.filter(({ kind }) => kind !== 'backup').length,
          })}
        </Explanation>
      ) : null}
    </>
  );
}
