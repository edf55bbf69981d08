import { Link } from '@tanstack/react-router';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import {
  copiesNamedIn,
  type DestructionContent,
  type EnvelopeOf,
  electronicFieldsOf,
  paperFieldsOf,
  unitIdsOf,
} from '../../shared/domain/register/certificate.ts';
import { paperCountsInWords } from '../../shared/text/paper-counts.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { DefinitionList, Explanation, Identifier, StateMark } from '../components/index.ts';
import { CompletionFacts } from './completion-facts.tsx';

/** What a reader wants to know of a certificate before reading it. */
export function CertificateFacts({
  certificate,
  signatureValid,
  supersededBy,
}: ChannelOutput<'register.getCertificate'>) {
  const { content } = certificate;
  return (
    <>
      <Supersession
        supersededBy={supersededBy}
        supersedes={content.kind === 'completion' ? null : (content.supersedes?.number ?? null)}
      />
      {facts()}
    </>
  );

  function facts() {
    return content.kind === 'completion' ? (
      <CompletionFacts envelope={{ ...certificate, content }} signatureValid={signatureValid} />
    ) : (
      <DestructionFacts envelope={{ ...certificate, content }} signatureValid={signatureValid} />
    );
  }
}

/** Where a certificate was corrected: the other one, and that both stay. */
function Supersession({
  supersededBy,
  supersedes,
}: {
  supersededBy: string | null;
  supersedes: string | null;
}) {
  const text = useText();
  const link = (number: string) => (
    <Link to="/register/certificates/$number" params={{ number }}>
      {text('register.correct.see', { number })}
    </Link>
  );
  return (
    <>
      {supersededBy === null ? null : (
        <Explanation tone="ember">
          {text('register.correct.superseded_by', { number: supersededBy })} {link(supersededBy)}
        </Explanation>
      )}
      {supersedes === null ? null : (
        <Explanation>
          {text('register.correct.supersedes', { number: supersedes })} {link(supersedes)}
        </Explanation>
      )}
    </>
  );
}

function DestructionFacts({
  envelope,
  signatureValid,
}: {
  envelope: EnvelopeOf<DestructionContent>;
  signatureValid: boolean;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const { content, digest } = envelope;
  const electronic = electronicFieldsOf(content);
  const paper = paperFieldsOf(content);
  const electronicEntries = () => {
    if (electronic === null) return [];
    const passed = electronic.verification.filter(({ result }) => result === 'pass').length;
    return [
      { term: text('register.certificate.people'), value: format.number(electronic.counts.people) },
      {
        term: text('register.certificate.epochs'),
        value: text('register.certificate.epochs.value', {
          before: electronic.method.epochBefore,
          after: electronic.method.epochAfter,
        }),
      },
      {
        term: text('register.certificate.checks'),
        value: text('register.certificate.checks.value', {
          passed,
          total: electronic.verification.length,
        }),
      },
    ];
  };
  const paperEntries = () =>
    paper === null
      ? []
      : [
          {
            term: text('register.certificate.paper'),
            value: paperCountsInWords(text, paper.paper.counts),
          },
          {
            term: text('register.certificate.batches'),
            value: format.list(paper.paper.batches.map(({ facts }) => facts.number)),
          },
        ];
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
          { term: text('register.certificate.units'), value: format.number(unitIdsOf(content).length) },
          ...paperEntries(),
          ...electronicEntries(),
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
            count: copiesNamedIn(content).length,
          })}
        </Explanation>
      ) : null}
    </>
  );
}
