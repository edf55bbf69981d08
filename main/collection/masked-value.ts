import type { FormItem } from '../../shared/domain/collection/consent-form.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler } from '../context.ts';
import { useUnit } from '../provision/gate.ts';
import { openUnit } from '../retention/separate-retention.ts';

/** Sensitive data and unique identifiers (PIPA art. 23, 24) are shown only when somebody asks for them, one at a time. */
export function isMasked({ sensitivity }: Pick<FormItem, 'sensitivity'>): boolean {
  return sensitivity !== 'ordinary';
}

/** One sensitive item in clear. That it was asked for is entered in the use log and the audit log. */
export const showValue: Handler<'collection.showValue'> = (context, { unitId, itemCode, reason }) => {
  const { personId } = useUnit(context, unitId, { kind: 'read', purpose: reason });
  const found = openUnit(context, unitId).values.find((value) => value.itemCode === itemCode);
  if (found === undefined) throw new Refusal('not_found');
  context.audit('collection.value_shown', { personId, unitId, itemCode, reason });
  return { value: found.value };
};
