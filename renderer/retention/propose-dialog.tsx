import { useState } from 'react';
import {
  compareLevels,
  ordinaryLevel,
  type SecurityLevel,
  securityLevels,
} from '../../shared/domain/destruction/paper-security.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { ConfirmDialog, Select } from '../components/index.ts';
import { TwinsQuestion, useTwins } from '../paper/twins-question.tsx';

/** What personal data need at the least, and whatever somebody asks for beyond it. */
const raisedLevels = securityLevels.filter((level) => compareLevels(level, ordinaryLevel) >= 0);

export interface ProposedOrder {
  orderId: string;
  number: string;
  count: number;
}

/** Asks before an order is made: what it means, and that somebody else has to go on from there. */
export function ProposeDialog(props: {
  isOpen: boolean;
  unitIds: string[];
  onClose(): void;
  onProposed(order: ProposedOrder): void;
}) {
  const { unitIds } = props;
  const text = useText();
  const propose = useSend('destruction.proposeOrder');
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const [paperLevel, setPaperLevel] = useState<SecurityLevel>(ordinaryLevel);
  const twins = useTwins(unitIds, props.isOpen);
  const takesPaper =
    (twins.data?.onPaper ?? 0) > 0 ||
    (twins.data?.twins ?? []).some((twin) => twin.form === 'paper' && added.has(twin.paperUnitId ?? ''));
  const ordered = [...new Set([...unitIds, ...added])];
  const count = ordered.length;
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      onClose={() => {
        propose.reset();
        props.onClose();
      }}
      onConfirm={() =>
        propose.mutate(
          { unitIds: ordered, paperLevel },
          { onSuccess: ({ orderId, number }) => props.onProposed({ orderId, number, count }) },
        )
      }
      title={text('retention.propose.title', { count })}
      consequence={
        <div className="stack-tight">
          <p>{text('retention.propose.consequence')}</p>
          <p>
            <strong>{text('retention.propose.not_yourself')}</strong>
          </p>
          {props.isOpen ? <TwinsQuestion unitIds={unitIds} added={added} onAdd={setAdded} /> : null}
          {takesPaper ? (
            <Select<SecurityLevel>
              label={text('retention.propose.paper_level')}
              hint={text('retention.propose.paper_level_hint')}
              value={paperLevel}
              onChange={setPaperLevel}
              options={raisedLevels.map((level) => ({ value: level, label: level }))}
            />
          ) : null}
        </div>
      }
      confirmLabel={text('retention.propose.action')}
      isBusy={propose.isPending}
      error={propose.error?.error ?? null}
    />
  );
}
