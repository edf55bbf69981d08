import { recipientsOf, restsOnConsent } from '../../shared/domain/collection/consent-form.ts';
import { consentNotice } from '../../shared/domain/collection/consent-notice.ts';
import { type ConsentReceipt, consentReceipt } from '../../shared/domain/collection/consent-receipt.ts';
import { receiptJsonLd } from '../../shared/domain/collection/consent-receipt-jsonld.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { WorkContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { openJson } from '../storage/sealed-json.ts';
import { readFormVersion, rulesOfFormVersion } from './consent-form.ts';
import { consentSecrets, personSecrets, placeOfConsent, placeOfPerson } from './sealed-records.ts';

/**
 * The receipt of a consent, for the person, in the language of the consent: as pages, or for machines. Made anew from what is kept
 * whenever it is asked for. Handed over in print it is no copy of the office's; as a file it always is one (decision 0120).
 */
export const receiptDocument = documentHandler(
  'collection.receipt',
  async (
    context: WorkContext,
    { consentId }: { consentId: string },
    { format }: { format: 'pdf' | 'jsonld' },
  ) => {
    const receipt = readReceipt(context, consentId);
    const { personId } = receipt;
    context.database.transaction(() =>
      context.audit('collection.consent_opened', { consentId, personId, reason: 'serve_person' }),
    );
    return {
      bytes: format === 'pdf' ? await printed(receipt) : jsonBytes(receiptJsonLd(receipt)),
      fileName: 'ashbook-consent-receipt',
      about: { consentId, personId },
      copy: { scope: 'listed', personIds: [personId], use: 'serve_person', isForPerson: true },
    };
  },
);

/** The PDF library and its fonts are loaded when the first document is asked for, not at every start. */
async function printed(receipt: ConsentReceipt): Promise<Uint8Array> {
  const { renderReceipt } = await import('../documents/consent-receipt.ts');
  return renderReceipt(receipt);
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}

interface ConsentRecord {
  person_id: string;
  form_version_id: string;
  language: 'en' | 'ko';
  notice_digest: string;
  given_on: string;
  way: ConsentReceipt['way'];
  captured_at: string;
  sealed: Uint8Array;
  notice: string;
  person: Uint8Array;
}

/** Throws Refusal `not_found`. */
function readReceipt(context: WorkContext, consentId: string): ConsentReceipt {
  const { database, vault, office } = context;
  const row = database.get<ConsentRecord>(
    `SELECT c.person_id, c.form_version_id, c.language, c.notice_digest, c.given_on, c.way, c.captured_at, c.sealed,
       n.content AS notice, p.sealed AS person
     FROM consents c JOIN consent_notices n ON n.digest = c.notice_digest JOIN people p ON p.id = c.person_id
     WHERE c.id = ?`,
    [consentId],
  );
  if (row === undefined) throw new Refusal('not_found');
  const { language } = row;
  const secrets = openJson(vault, placeOfConsent(consentId), row.sealed, consentSecrets);
  const { content, version } = readFormVersion(database, row.form_version_id);
  const rules = rulesOfFormVersion(database, row.form_version_id);
  const units = database.all<{ purpose_id: string; kept_through: string | null }>(
    'SELECT purpose_id, kept_through FROM record_units WHERE consent_id = ?',
    [consentId],
  );
  const keptThrough = new Map(units.map((unit) => [unit.purpose_id, unit.kept_through]));
  const latest = new Map(
    database
      .all<{ purpose_id: string; type: string; on_date: string; sequence: number }>(
        'SELECT purpose_id, type, on_date, sequence FROM consent_events WHERE consent_id = ? ORDER BY sequence',
        [consentId],
      )
      .map((event) => [event.purpose_id, event]),
  );
  const { evidence, guardian } = secrets;
  return consentReceipt.parse({
    consentId,
    receiptCode: secrets.receiptCode,
    office: {
      id: office.id,
      name: office.name,
      timeZone: office.timeZone,
      jurisdiction: office.jurisdiction,
    },
    language,
    personId: row.person_id,
    personName: openJson(vault, placeOfPerson(row.person_id), row.person, personSecrets).name,
    formTitle: content.title,
    formVersion: version,
    givenOn: row.given_on,
    recordedAt: row.captured_at,
    way: row.way,
    signature: evidence.way === 'screen' ? evidence.signature : null,
    telephone: evidence.way === 'telephone' ? { calledAt: evidence.calledAt, readBy: evidence.readBy } : null,
    guardian:
      guardian === null
        ? null
        : {
            name: guardian.name,
            verifiedBy: guardian.verification.way,
            verifiedOn: guardian.verification.on,
          },
    notice: consentNotice.parse(JSON.parse(row.notice)),
    noticeDigest: row.notice_digest,
    purposes: content.purposes.map((purpose) => {
      const event = latest.get(purpose.id);
      const asked = restsOnConsent(purpose);
      return {
        purposeId: purpose.id,
        name: purpose.name,
        lawfulBasis: purpose.basis.lawfulBasis,
        answer: asked
          ? (secrets.answers.find(({ purposeId }) => purposeId === purpose.id)?.answer ?? 'refused')
          : null,
        since: event === undefined || event.sequence === 1 ? null : { type: event.type, on: event.on_date },
        items: purpose.items.map(({ code, label, kind, sensitivity }) => ({
          code,
          label,
          kind,
          sensitivity,
        })),
        period: rules.get(purpose.retentionRuleId)?.content.period ?? 'P0D',
        keptThrough: keptThrough.get(purpose.id) ?? null,
        recipients: recipientsOf(purpose).map((recipient) => ({
          name: recipient.name,
          purpose: recipient.purpose[language],
          period: recipient.period[language],
        })),
      };
    }),
  });
}
