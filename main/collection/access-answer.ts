import type { PersonConsent } from '../../shared/contract/collection.ts';
import { checkMayAct } from '../../shared/domain/collection/person-request.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { WorkContext } from '../context.ts';
import type { AccessAnswerContent, AccessPurpose } from '../documents/access-answer.ts';
import { archivedName, archiveMaximumBytes, zipArchive } from '../documents/archive-file.ts';
import { documentHandler, useKindOf } from '../documents/document-handler.ts';
import { requireWholePerson, usePerson } from '../provision/gate.ts';
import { presentUseLogPeriod } from '../provision/use-log-sweep.ts';
import { openUnit } from '../retention/separate-retention.ts';
import { openJson } from '../storage/sealed-json.ts';
import { attachmentsOfPerson, contentOfAttachment } from './attachment.ts';
import { readFormVersion } from './consent-form.ts';
import { correctionsOfPerson } from './correction.ts';
import { consentsOfPerson } from './person.ts';
import { copiesOfPerson, recipientsOfPerson, usesOfPerson } from './person-history.ts';
import { type PersonRow, recordsOfPerson } from './person-records.ts';
import { requestDetailsOfPerson } from './person-request.ts';
import { readRequest, standingOf } from './person-request-record.ts';
import { personSecrets, placeOfPerson } from './sealed-records.ts';
import { suspensionsInForce } from './suspension.ts';

const most = 1_000_000;

/**
 * Everything the office keeps of a person, for the person (PIPA art. 35, Enforcement Decree art. 41(1); GDPR art. 15): as a document
 * to read, and as JSON for a machine (GDPR art. 20) with every row it was made from.
 */
export const accessAnswerHandlers = {
  'collection.accessAnswer': documentHandler(
    'collection.accessAnswer',
    async (context, { requestId }: { requestId: string }, { format, languages, to }) => {
      const { database } = context;
      const { content, unitIds, rows } = database.transaction(() => {
        const request = readRequest(database, requestId);
        // An answered request still gives its document: it may have to be printed again.
        if (request.state !== 'answered' || request.kind !== 'access') {
          checkMayAct(standingOf(request), 'access');
        }
        const personId = request.person_id;
        const use = { kind: useKindOf[to], purpose: 'answer_request' } as const;
        requireWholePerson(context, personId, use);
        const answer = accessAnswerOf(context, personId);
        const found = {
          content: answer,
          unitIds: answer.consents.flatMap(({ purposes }) =>
            purposes.flatMap(({ purpose }) => (purpose.unit === null ? [] : [purpose.unit.unitId])),
          ),
          rows: format === 'pdf' ? null : machineReadable(context, answer),
        };
        usePerson(context, personId, use);
        return found;
      });
      const json = rows === null ? null : Buffer.from(`${JSON.stringify(rows, null, 2)}\n`, 'utf8');
      const pdf =
        format === 'json'
          ? null
          : await (await import('../documents/access-answer.ts')).renderAccessAnswer(content, languages);
      const bytes = pdf !== null && json !== null ? archiveOf(context, content, pdf, json) : (pdf ?? json);
      if (bytes === null) throw new Error('an access answer is one or the other');
      return {
        bytes,
        fileName: `ashbook-access-${requestId.slice(0, 8)}`,
        about: { requestId, personId: content.personId },
        copy: {
          scope: 'listed',
          personIds: [content.personId],
          unitIds,
          use: 'asked',
          isForPerson: true,
        },
      };
    },
  ),
};

/** Reads all of it. Throws Refusal `not_found` where nothing is left of the person. */
function accessAnswerOf(context: WorkContext, personId: string): AccessAnswerContent {
  const { database, vault, office, actor, clock, today } = context;
  const sealed = database.value<Uint8Array>('SELECT sealed FROM people WHERE id = ?', [personId]);
  if (sealed === undefined) throw new Refusal('not_found');
  const consents = consentsOfPerson(context, personId, new Map());
  return {
    officeName: office.name,
    timeZone: office.timeZone,
    madeAt: instantText(clock.now()),
    today,
    staffNumber: actor.staffNumber,
    personId,
    name: openJson(vault, placeOfPerson(personId), sealed, personSecrets).name,
    consents: consents.map((consent) => ({
      consent,
      purposes: consent.purposes.map((purpose) => ({ purpose, values: valuesOf(context, consent, purpose) })),
    })),
    recipients: recipientsOfPerson(context, personId),
    attachments: attachmentsOfPerson(context, personId),
    requests: requestDetailsOfPerson(context, personId),
    suspensions: suspensionsInForce(database, personId),
    corrections: correctionsOfPerson(context, personId),
    uses: usesOfPerson(context, personId, most).uses,
    usesKeptFor: presentUseLogPeriod(database),
    copies: copiesOfPerson(database, personId),
  };
}

/** As they stand, whatever the screen would mask: it is the person who reads them. */
function valuesOf(
  { database, vault }: WorkContext,
  consent: PersonConsent,
  purpose: PersonConsent['purposes'][number],
): AccessPurpose['values'] {
  if (purpose.unit === null) return [];
  const { unitId } = purpose.unit;
  const items =
    readFormVersion(database, consent.formVersionId).content.purposes.find(
      ({ id }) => id === purpose.purposeId,
    )?.items ?? [];
  const labels = new Map(items.map((item) => [item.code, item.label]));
  return openUnit({ database, vault }, unitId).values.map(({ itemCode, value }) => ({
    label: labels.get(itemCode) ?? { en: itemCode, ko: itemCode },
    value,
  }));
}

/**
 * All of it in one archive: the answer to read and for a machine, and every attached file under its number in the answer.
 * @throws Refusal access_archive_too_large
 */
function archiveOf(
  context: WorkContext,
  { attachments }: AccessAnswerContent,
  pdf: Uint8Array,
  json: Uint8Array,
): Iterable<Uint8Array> {
  const bytes = attachments.reduce((sum, attachment) => sum + attachment.bytes, pdf.length + json.length);
  if (bytes > archiveMaximumBytes)
    throw new Refusal('access_archive_too_large', { megabytes: Math.ceil(bytes / 1024 / 1024) });
  const files = attachmentFiles(attachments).map(({ attachmentId, file }) => ({
    name: file,
    pieces: () => contentOfAttachment(context, context.storage.folder, attachmentId),
  }));
  return zipArchive(
    [
      { name: 'access-answer.pdf', pieces: () => [pdf] },
      { name: 'access-answer.json', pieces: () => [json] },
      ...files,
    ],
    context.clock.now(),
  );
}

/** Where each attachment stands in the archive. */
function attachmentFiles(attachments: AccessAnswerContent['attachments']) {
  return attachments.map(({ attachmentId, fileName, sha256 }, place) => ({
    attachmentId,
    file: `attachments/${String(place + 1).padStart(3, '0')} ${archivedName(fileName)}`,
    sha256,
  }));
}

/** The answer with the texts and rules it rests on, and every row that is kept. */
function machineReadable(context: WorkContext, answer: AccessAnswerContent) {
  const { database } = context;
  const records = recordsOfPerson(context, answer.personId);
  const all = (sql: string) => database.all<PersonRow>(sql, { personId: answer.personId });
  return {
    format: 'ashbook-access/1',
    answer,
    /** In the archive beside it, if it is in one. */
    files: attachmentFiles(answer.attachments),
    forms: all(
      `SELECT id, version, content FROM consent_form_versions
       WHERE id IN (SELECT form_version_id FROM consents WHERE person_id = :personId)`,
    ).map(parsedContent),
    notices: all(
      `SELECT digest, content FROM consent_notices
       WHERE digest IN (SELECT notice_digest FROM consents WHERE person_id = :personId)`,
    ).map(parsedContent),
    retentionRules: all(
      `SELECT id, version, content FROM retention_rule_versions
       WHERE id IN (SELECT rule_version_id FROM record_units WHERE person_id = :personId)`,
    ).map(parsedContent),
    staff: database.all('SELECT id, staff_number AS staffNumber FROM users ORDER BY staff_number'),
    records,
  };
}

function parsedContent(row: PersonRow): PersonRow {
  return { ...row, content: typeof row.content === 'string' ? JSON.parse(row.content) : null };
}
