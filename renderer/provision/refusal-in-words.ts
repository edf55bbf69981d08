import type { Bilingual } from '../../shared/contract/fields.ts';
import type { GateReason } from '../../shared/domain/provision/gate.ts';
import type { Text } from '../../shared/text/messages.ts';
import type { useOfficeFormat } from '../app/session.ts';

/** What the gate says of a purpose: “Refused: Newsletter was refused on 2 March 2026.” */
export function refusalInWords(
  { code, on }: GateReason,
  purpose: Bilingual,
  text: Text,
  format: ReturnType<typeof useOfficeFormat>,
): string {
  return text(`provision.gate.${code}`, {
    purpose: format.say(purpose),
    date: on === null ? '' : format.date(on),
  });
}
