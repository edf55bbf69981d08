import type { Language } from '../../shared/contract/fields.ts';
import { DocumentDialog } from '../components/index.ts';

/** The receipt of a consent, in the language of the consent: printed and handed over, or saved, also for machines (JSON-LD). */
export function ReceiptDialog({
  consentId,
  language,
  onClose,
}: {
  /** Null: not open. */
  consentId: string | null;
  language: Language;
  onClose(): void;
}) {
  if (consentId === null) return null;
  return (
    <DocumentDialog
      channel="collection.receipt"
      ask={{ consentId }}
      formats={['pdf', 'jsonld']}
      language={language}
      onClose={onClose}
    />
  );
}
