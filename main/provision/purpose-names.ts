import type { Bilingual } from '../../shared/contract/fields.ts';
import { consentFormContent } from '../../shared/domain/collection/consent-form.ts';
import type { ReadDatabase } from '../storage/database.ts';

/** What purposes are called: in the latest version of a form that has them. */
export class PurposeNames {
  readonly #names = new Map<string, Bilingual>();

  constructor(database: ReadDatabase) {
    for (const { content } of database.all<{ content: string }>(
      'SELECT content FROM consent_form_versions ORDER BY version',
    )) {
      for (const purpose of consentFormContent.parse(JSON.parse(content)).purposes)
        this.#names.set(purpose.id, purpose.name);
    }
  }

  /** Of every purpose that a form ever had. */
  all(): { id: string; name: Bilingual }[] {
    return [...this.#names].map(([id, name]) => ({ id, name }));
  }

  /** Throws where no form has such a purpose: forms are never deleted. */
  of(purposeId: string): Bilingual {
    const name = this.#names.get(purposeId);
    if (name === undefined) throw new Error('a purpose that no form has');
    return name;
  }
}
