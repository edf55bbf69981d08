import {
  type AmountKind,
  type DifferenceReason,
  differenceOf,
  differenceReasons,
} from '../../shared/domain/destruction/paper-amount.ts';
import { type ResidueDisposal, residueDisposals } from '../../shared/domain/destruction/paper-batch.ts';
import { type BatchMethod, isByHand } from '../../shared/domain/destruction/paper-security.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Explanation, RadioGroup, Select, TextField } from '../components/index.ts';
import type { Batch } from './paper-batches.tsx';

export interface Outcome {
  kind: AmountKind;
  measured: string;
  reason: DifferenceReason | null;
  residue: ResidueDisposal;
}
/** Nothing measured yet; of what was only covered nothing is left over. */
export const noOutcome = (method: BatchMethod): Outcome => ({
  kind: 'sheets',
  measured: '',
  reason: null,
  residue: method === 'mask' ? 'none' : 'recycled',
});

/** What was measured, as the channels take it; null while it is not whole. */
export function amountOf(batch: Batch, { kind, measured, reason }: Outcome) {
  if (!/^\d{1,9}$/u.test(measured.trim())) return null;
  const amount = Number(measured.trim());
  const difference = differenceOf(kind, batch.registered?.[kind] ?? null, amount) ?? 0;
  if (difference !== 0 && reason === null) return null;
  return { kind, measured: amount, reason: difference === 0 ? null : reason };
}

/** Sheets or weight against what was registered; a difference asks for its explanation. */
export function AmountFields({
  batch,
  value,
  onChange,
}: {
  batch: Batch;
  value: Outcome;
  onChange(value: Outcome): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const registered = batch.registered?.[value.kind] ?? null;
  const measured = /^\d{1,9}$/u.test(value.measured.trim()) ? Number(value.measured.trim()) : null;
  const difference = measured === null ? 0 : (differenceOf(value.kind, registered, measured) ?? 0);
  return (
    <>
      {isByHand(batch.method) ? null : (
        <RadioGroup
          label={text('destruction.paper.amount.kind')}
          value={value.kind}
          onChange={(kind) => onChange({ ...value, kind })}
          options={[
            { value: 'sheets', label: text('destruction.paper.amount.sheets') },
            { value: 'grams', label: text('destruction.paper.amount.grams') },
          ]}
        />
      )}
      <TextField
        label={text('destruction.paper.amount.measured')}
        hint={
          registered === null
            ? text('destruction.paper.amount.not_counted')
            : text('destruction.paper.amount.registered', {
                amount: format.number(registered),
                kind: value.kind,
              })
        }
        value={value.measured}
        onChange={(next) => onChange({ ...value, measured: next })}
        maxLength={9}
      />
      {difference === 0 ? null : (
        <>
          <Explanation tone="ember">
            {text('destruction.paper.amount.difference', { difference })}
          </Explanation>
          <Select
            label={text('destruction.paper.amount.reason')}
            value={value.reason}
            onChange={(reason) => onChange({ ...value, reason })}
            options={differenceReasons.map((reason) => ({
              value: reason,
              label: text(`documents.paper.difference.${reason}`),
            }))}
          />
        </>
      )}
      {batch.method === 'mask' ? null : (
        <Select
          label={text('documents.paper.residue')}
          value={value.residue}
          onChange={(residue) => onChange({ ...value, residue })}
          options={residueDisposals
            .filter((residue) => residue !== 'none')
            .map((residue) => ({ value: residue, label: text(`documents.paper.residue.${residue}`) }))}
        />
      )}
    </>
  );
}
