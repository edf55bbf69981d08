import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { DestructionContent, EnvelopeOf } from '../../shared/domain/register/certificate.ts';
import { useCall } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, ButtonLink, DocumentView, PageHeader } from '../components/index.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import { CorrectCertificateDialog } from './correct-certificate.tsx';
import './certificate.css';

/** One certificate: what it says at a glance, the document as it is printed, and the ways out of the window. */
export function CertificateScreen({ number }: { number: string }) {
  const text = useText();
  const certificate = useCall('register.getCertificate', { number });
  const [isCorrecting, setCorrecting] = useState(false);
  const may = useMay();
  const correctable = correctableOf(certificate.data);
  return (
    <div className="page">
      <PageHeader
        room="register"
        title={text('register.certificate.title', { number })}
        actions={
          <>
            {correctable === null ? null : (
              <Button onPress={() => setCorrecting(true)}>{text('register.correct.open')}</Button>
            )}
            <ButtonLink to="/register/certificates">{text('register.certificate.back')}</ButtonLink>
          </>
        }
      />
      <div className="certificate">
        <DocumentView channel="register.certificate" ask={{ number }} formats={['pdf', 'json']} />
        <aside className="certificate-facts" aria-label={text('register.certificate.facts')}>
          <Answered query={certificate}>{(value) => <CertificateFacts {...value} />}</Answered>
        </aside>
      </div>
      {isCorrecting && correctable !== null ? (
        <CorrectCertificateDialog certificate={correctable} onClose={() => setCorrecting(false)} />
      ) : null}
    </div>
  );

  /** Null where it repeats another, or another took its place already, or it is not for this person to say. */
  function correctableOf(
    answer: ChannelOutput<'register.getCertificate'> | undefined,
  ): EnvelopeOf<DestructionContent> | null {
    if (answer === undefined || answer.supersededBy !== null || !may('register.correct_certificates'))
      return null;
    const { content, ...rest } = answer.certificate;
    return content.kind === 'completion' ? null : { ...rest, content };
  }
}
