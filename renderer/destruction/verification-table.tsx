import type { VerificationFinding } from '../../shared/domain/register/certificate.ts';
import { isMessageKey } from '../../shared/text/messages.ts';
import { useFormat, useText } from '../app/text.tsx';
import { StateMark, type StateTone, Table } from '../components/index.ts';
import './verification-table.css';

const tones: Readonly<Record<VerificationFinding['result'], StateTone>> = {
  pass: 'done',
  fail: 'attention',
  unknown: 'waiting',
};

/** What was looked at after a destruction, what was compared, and what came of it: each check by itself. */
export function VerificationTable({ findings }: { findings: readonly VerificationFinding[] }) {
  const text = useText();
  const compared = useComparedInWords();
  return (
    <Table
      label={text('destruction.verification.title')}
      rows={findings}
      keyOf={({ check }) => check}
      columns={[
        {
          key: 'check',
          title: text('destruction.verification.check'),
          render: ({ check, result }) => (
            <>
              <strong>{text(`destruction.check.${check}`)}</strong>
              <span className="verification-sentence">
                {result === 'pass'
                  ? text(`documents.certificate.check.${check}`)
                  : result === 'fail'
                    ? text(`destruction.check.failed.${check}`)
                    : text('destruction.verification.unknown.text')}
              </span>
            </>
          ),
        },
        {
          key: 'compared',
          title: text('destruction.verification.compared'),
          width: '38%',
          render: (finding) => <span className="small">{compared(finding)}</span>,
        },
        {
          key: 'result',
          title: text('destruction.verification.result'),
          width: '8rem',
          render: ({ result }) => (
            <StateMark tone={tones[result]}>{text(`destruction.verification.${result}`)}</StateMark>
          ),
        },
      ]}
    />
  );
}

/** The numbers and codes of a finding, named as on the certificate. */
function useComparedInWords(): (finding: VerificationFinding) => string {
  const text = useText();
  const format = useFormat();
  return ({ compared }) =>
    Object.entries(compared)
      .map(([name, raw]) => {
        const valueKey = `documents.compared.value.${raw}`;
        const value =
          typeof raw === 'number' ? format.number(raw) : isMessageKey(valueKey) ? text(valueKey) : raw;
        const nameKey = `documents.compared.${name}`;
        return isMessageKey(nameKey)
          ? text(nameKey, { value })
          : text('destruction.verification.other', { name, value });
      })
      .join(' · ');
}
