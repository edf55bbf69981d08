import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useFormat, useText } from '../app/text.tsx';
import { StateMark, Table } from '../components/index.ts';

type Finding = ChannelOutput<'register.verifyAuditLog'>['findings'][number];

/** What was recomputed, and where it does not fit. */
export function AuditFindings({ findings }: { findings: Finding[] }) {
  const text = useText();
  const format = useFormat();
  return (
    <Table
      label={text('register.audit.findings')}
      rows={findings}
      keyOf={({ check }) => check}
      columns={[
        {
          key: 'check',
          title: text('register.audit.finding'),
          render: ({ check }) => text(`register.audit.check.${check}`),
        },
        {
          key: 'compared',
          title: text('register.audit.compared'),
          align: 'end',
          width: '7rem',
          render: ({ compared }) => format.number(compared),
        },
        {
          key: 'result',
          title: text('register.audit.result'),
          width: '19rem',
          render: (finding) => (
            <span className="row">
              <StateMark tone={finding.result === 'pass' ? 'done' : 'attention'}>
                {text(`register.audit.${finding.result}`)}
              </StateMark>
              <Place {...finding} />
            </span>
          ),
        },
      ]}
    />
  );
}

function Place({ sequence, through }: Finding) {
  const text = useText();
  const format = useFormat();
  if (sequence === null) return null;
  return (
    <span className="small">
      {through === null || through === sequence
        ? text('register.audit.first_bad', { sequence: format.number(sequence) })
        : text('register.audit.between', { from: format.number(sequence), to: format.number(through) })}
    </span>
  );
}
