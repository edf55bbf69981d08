import type { OutgoingPurpose } from '../../shared/contract/provision-provisions.ts';
import {
  type ConsentFormContent,
  consentFormContent,
  recipientsOf,
} from '../../shared/domain/collection/consent-form.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { coveredBy } from './gate.ts';

/** Every purpose of every form, as the latest version that has it says it. */
export function outgoingPurposes(database: ReadDatabase): OutgoingPurpose[] {
  const found = new Map<string, OutgoingPurpose>();
  for (const { content } of database.all<{ content: string }>(
    'SELECT content FROM consent_form_versions ORDER BY version, published_at',
  )) {
    const form: ConsentFormContent = consentFormContent.parse(JSON.parse(content));
    for (const purpose of form.purposes) {
      found.set(purpose.id, {
        purposeId: purpose.id,
        name: purpose.name,
        formTitle: form.title,
        covers: coveredBy(purpose),
        items: purpose.items.map(({ code, label }) => ({ code, label })),
        recipients: recipientsOf(purpose).map((recipient) => ({
          recipientId: recipient.recipientId,
          name: recipient.name,
          purpose: recipient.purpose,
          period: recipient.period,
        })),
      });
    }
  }
  return [...found.values()];
}
