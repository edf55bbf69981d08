import { useSend } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Button, ErrorNote, ProgressPanel, StateMark, Table } from '../components/index.ts';
import './audit-verification.css';

/** Recomputes the whole log and says what was compared; the finding is entered into the log as well. */
export function AuditVerification() {
  const text = useText();
  const format = useFormat();
  const verify = useSend('register.verifyAuditLog');
  const found = verify.data;
  return (
    <section className="audit-verification" aria-label={text('register.audit.findings')}>
      <div className="audit-verification-head">
        <div className="audit-verification-outcome" role="status">
          {found ? (
            <StateMark tone={found.result === 'pass' ? 'done' : 'attention'}>
              {found.result === 'pass'
                ? text('register.audit.verified.pass', { count: found.entries })
                : text('register.audit.verified.fail')}
            </StateMark>
          ) : null}
        </div>
        <Button kind="primary" onPress={() => verify.mutate({})} isBusy={verify.isPending}>
          {text('register.audit.verify')}
        </Button>
      </div>
      {verify.isPending ? (
        <ProgressPanel channel="register.verifyAuditLog" label={text('register.audit.verifying')} canCancel />
      ) : null}
      <ErrorNote error={verify.error?.error.code === 'cancelled' ? null : verify.error?.error} />
      {found ? (
        <Table
          label={text('register.audit.findings')}
          rows={found.findings}
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
              width: '15rem',
              render: ({ result, sequence }) => (
                <span className="row">
                  <StateMark tone={result === 'pass' ? 'done' : 'attention'}>
                    {text(`register.audit.${result}`)}
                  </StateMark>
                  {sequence === null ? null : (
                    <span className="small">
                      {text('register.audit.first_bad', { sequence: format.number(sequence) })}
                    </span>
                  )}
                </span>
              ),
            },
          ]}
        />
      ) : null}
    </section>
  );
}
