import { useState } from 'react';
import { useCall, useSend } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Button, ConfirmDialog, Explanation, notify } from '../components/index.ts';

/** Says that the computer's clock cannot be believed, and lets a reviewer confirm the date. Nothing while it can. */
export function ClockNotice() {
  const text = useText();
  const format = useFormat();
  const may = useMay();
  const { data } = useCall('retention.clockState', {});
  const confirm = useSend('retention.confirmClock');
  const [isAsking, setAsking] = useState(false);
  if (!data?.trouble || data.seenOn === null) return null;
  const today = format.date(data.today);
  const close = () => {
    confirm.reset();
    setAsking(false);
  };
  return (
    <Explanation tone="ember">
      <p>
        <strong>
          {text(`retention.clock.${data.trouble}`, {
            today,
            seen: format.date(data.seenOn),
            days: data.limitDays,
          })}
        </strong>
      </p>
      <p>{text('retention.clock.consequence')}</p>
      {may('retention.confirm_clock') ? (
        <Button onPress={() => setAsking(true)}>{text('retention.clock.confirm')}</Button>
      ) : (
        <p>{text('retention.clock.reviewer')}</p>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={close}
        onConfirm={() =>
          confirm.mutate(
            { today: data.today },
            {
              onSuccess: () => {
                notify(text('retention.clock.confirmed'));
                close();
              },
            },
          )
        }
        title={text('retention.clock.confirm.title', { today })}
        consequence={<p>{text('retention.clock.confirm.consequence')}</p>}
        confirmLabel={text('retention.clock.confirm.action', { today })}
        isBusy={confirm.isPending}
        error={confirm.error?.error ?? null}
      />
    </Explanation>
  );
}
