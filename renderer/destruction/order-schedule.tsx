import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, Explanation, notify } from '../components/index.ts';
import { ScheduleDialog } from './schedule-dialog.tsx';

type OrderView = ChannelOutput<'destruction.getOrder'>;
type Schedule = NonNullable<OrderView['schedule']>;

/** That the application carries it out, or did, or did not and why. */
export function OrderSchedule({ view }: { view: OrderView }) {
  const text = useText();
  const { schedule } = view;
  if (schedule === null) return null;
  if (schedule.state === 'open') return <Planned schedule={schedule} />;
  if (schedule.state === 'carried_out') return <CarriedOut view={view} schedule={schedule} />;
  // What became of the order itself is said elsewhere.
  if (schedule.endedFor === null || schedule.endedFor === 'carried_out_by_hand') return null;
  return (
    <Explanation tone="ember" title={text('destruction.schedule.ended')}>
      {text(`destruction.schedule.end.${schedule.endedFor}`)}
    </Explanation>
  );
}

function Planned({ schedule }: { schedule: Schedule }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const withdraw = useSend('destruction.withdrawSchedule');
  const { opensAt, waitsFor, orderId } = schedule;
  return (
    <Explanation
      title={
        opensAt === null
          ? text('destruction.schedule.at_once')
          : text('destruction.schedule.planned', { at: format.instant(opensAt) })
      }
    >
      <p>
        {text('destruction.schedule.planned.text', {
          number: schedule.operatorStaffNumber,
          signedAt: format.instant(schedule.scheduledAt),
          through: format.date(schedule.validThrough),
        })}
      </p>
      {waitsFor === null ? null : <p>{text(`destruction.schedule.wait.${waitsFor}`)}</p>}
      {may('destruction.execute') ? (
        <Button
          onPress={() =>
            withdraw.mutate({ orderId }, { onSuccess: () => notify(text('destruction.schedule.withdrawn')) })
          }
          isBusy={withdraw.isPending}
        >
          {text('destruction.schedule.withdraw')}
        </Button>
      ) : null}
      <ErrorNote error={withdraw.error?.error ?? null} />
    </Explanation>
  );
}

function CarriedOut({ view, schedule }: { view: OrderView; schedule: Schedule }) {
  const text = useText();
  const format = useOfficeFormat();
  const { byApplication } = view;
  if (byApplication === null || schedule.endedAt === null) return null;
  return (
    <Explanation title={text('destruction.schedule.carried_out')}>
      {text('destruction.schedule.carried_out.text', {
        startedAt: format.instant(schedule.endedAt),
        number: schedule.operatorStaffNumber,
        signedAt: format.instant(schedule.scheduledAt),
        desk: byApplication.desk,
      })}
    </Explanation>
  );
}

/** For an operator who may carry it out: to have the application do so. Nothing where the office has no window. */
export function ScheduleButton({ view }: { view: OrderView }) {
  const text = useText();
  const schedules = useCall('destruction.listSchedules', {});
  const [isAsking, setAsking] = useState(false);
  const next = schedules.data?.next ?? null;
  if (view.schedule?.state === 'open' || next === null || !view.digestValid) return null;
  return (
    <>
      <Button onPress={() => setAsking(true)}>{text('destruction.schedule.action')}</Button>
      {isAsking ? <ScheduleDialog view={view} next={next} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
