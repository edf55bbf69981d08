import { useCall, useSend } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Button, ErrorNote, ProgressPanel, StateMark } from '../components/index.ts';
import { AuditFindings } from './audit-findings.tsx';
import './audit-verification.css';

/**
 * Whether the log holds: what the verification at the start of the office found, and a button to do it again in full. That is
 * entered into the log as well.
 */
export function AuditVerification() {
  const text = useText();
  const format = useFormat();
  const verify = useSend('register.verifyAuditLog');
  const health = useCall('register.auditHealth', {}, { keepPrevious: true });
  const background = health.data?.state === 'checked' ? health.data : undefined;
  const found = verify.data ?? background;
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
          {!verify.data && background ? (
            <span className="quiet small"> {text('register.audit.health.since')}</span>
          ) : null}
          {health.data?.state === 'checking' && !verify.data ? (
            <span className="quiet">
              {text('register.audit.health.checking', {
                done: format.number(health.data.done),
                total: format.number(health.data.total),
              })}
            </span>
          ) : null}
        </div>
        <Button onPress={() => verify.mutate({})} isBusy={verify.isPending}>
          {text('register.audit.verify')}
        </Button>
      </div>
      {found && found.removed > 0 ? (
        <p className="quiet">{text('register.audit.removed_count', { count: found.removed })}</p>
      ) : null}
      {verify.isPending ? (
        <ProgressPanel channel="register.verifyAuditLog" label={text('register.audit.verifying')} canCancel />
      ) : null}
      <ErrorNote error={verify.error?.error.code === 'cancelled' ? null : verify.error?.error} />
      {verify.data || found?.result === 'fail' ? <AuditFindings findings={found?.findings ?? []} /> : null}
    </section>
  );
}
