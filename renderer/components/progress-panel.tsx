import { ProgressBar } from 'react-aria-components';
import type { ChannelName } from '../../shared/contract/contract.ts';
import { isMessageKey } from '../../shared/text/messages.ts';
import { useProgress, useSend } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Button } from './button.tsx';
import './notes.css';

/**
 * Long work as it goes on: the step in words, how many of how many, and a way to stop it at its next safe point. Show it
 * while the `useSend` of the same channel is pending. A step `destroy_keys` of `destruction.executeOrder` is said by the message
 * `destruction.step.destroy_keys`; without one the label stands there.
 */
export function ProgressPanel({
  channel,
  label,
  canCancel = false,
}: {
  channel: ChannelName;
  /** What the work is: "Destroying 12 record units". */
  label: string;
  canCancel?: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const progress = useProgress(channel);
  const cancel = useSend('office.cancelWork');
  const stepKey = `${channel.split('.')[0]}.step.${progress?.step ?? ''}`;
  const total = progress?.total ?? 0;
  const done = progress?.done ?? 0;
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      isIndeterminate={total === 0}
      value={total === 0 ? 0 : (done / total) * 100}
    >
      {({ percentage }) => (
        <>
          <div className="progress-line">
            <strong>{isMessageKey(stepKey) ? text(stepKey) : label}</strong>
            <span className="figure quiet">
              {total === 0
                ? text('common.progress.running')
                : text('common.progress.of', { done: format.number(done), total: format.number(total) })}
            </span>
          </div>
          <div className="progress-track" data-indeterminate={total === 0 || undefined}>
            <div className="progress-fill" style={{ width: total === 0 ? '100%' : `${percentage ?? 0}%` }} />
          </div>
          {canCancel ? (
            <div className="row">
              <Button
                onPress={() => cancel.mutate({ channel })}
                isDisabled={cancel.isSuccess || cancel.isPending}
              >
                {cancel.isSuccess ? text('common.progress.stopping') : text('common.progress.stop')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </ProgressBar>
  );
}
