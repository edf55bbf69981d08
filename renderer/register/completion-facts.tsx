import { Link } from '@tanstack/react-router';
import type { EnvelopeOf } from '../../shared/domain/register/certificate.ts';
import type { CompletionContent } from '../../shared/domain/register/completion.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { DefinitionList, Explanation, Identifier, StateMark } from '../components/index.ts';

/** What a reader wants to know of a completion: which certificate it belongs to, and how many copies ended. */
export function CompletionFacts({
  envelope,
  signatureValid,
}: {
  envelope: EnvelopeOf<CompletionContent>;
  signatureValid: boolean;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const { content, digest } = envelope;
  const { completes } = content;
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
            term: text('register.completion.completes'),
            value: (
              <Link to="/register/certificates/$number" params={{ number: completes.number }}>
                {completes.number}
              </Link>
            ),
          },
          {
            term: text('register.completion.completes_digest'),
            value: (
              <Identifier value={completes.digest} label={text('register.completion.completes_digest')} />
            ),
          },
          { term: text('register.completion.copies'), value: format.number(content.copies.length) },
          {
            term: text('register.certificate.digest'),
            value: <Identifier value={digest} label={text('register.certificate.digest')} />,
          },
        ]}
      />
      {signatureValid ? null : (
        <Explanation tone="ember">{text('register.certificate.signature.invalid.text')}</Explanation>
      )}
    </>
  );
}
