import type { FormItem } from '../../shared/domain/collection/consent-form.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler } from '../context.ts';
import { recordUse } from '../provision/use-log.ts';
import { openJson } from '../storage/sealed-json.ts';
import { placeOfUnit, unitSecrets } from './sealed-records.ts';

/** Sensitive data and unique identifiers (PIPA art. 23, 24) are shown only when somebody asks for them, one at a time. */
export function isMasked({ sensitivity }: Pick<FormItem, 'sensitivity'>): boolean {
  return sensitivity !== 'ordinary';
}

/** One sensitive item in clear. That it was asked for is entered in the use log and the audit log. */
export const showValue: Handler<'collection.showValue'> = (context, { unitId, itemCode, reason }) => {
  const { database, vault } = context;
  const unit = database.get<{ person_id: string; sealed: Uint8Array }>(
    'SELECT person_id, sealed FROM record_units WHERE id = ?',
    [unitId],
  );
  if (unit === undefined) throw new Refusal('not_found');
  const { values } = openJson(vault, placeOfUnit(unitId), unit.sealed, unitSecrets);
  const found = values.find((value) => value.itemCode === itemCode);
  if (found === undefined) throw new Refusal('not_found');
  recordUse(context, unit.person_id, reason);
  context.audit('collection.value_shown', { personId: unit.person_id, unitId, itemCode, reason });
  return { value: found.value };
};
