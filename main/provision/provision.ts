import { z } from 'zod';
import type { ProvisionRow } from '../../shared/contract/provision-provisions.ts';
import {
  type ConsentKind,
  consentFormContent,
  consentKindOf,
} from '../../shared/domain/collection/consent-form.ts';
import { type CopyEnding, copyReference } from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { endCopy, readCopy, registerKnownCopy } from '../office/known-copy.ts';
import { issueCompletions } from '../register/completion.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import { enterVerdicts } from './gate.ts';
import { checkGivingOut, requireGivenBy, requireSomebody, unitsOf } from './giving-out.ts';
import { outgoingPurposes } from './outgoing-purposes.ts';
import { PurposeNames } from './purpose-names.ts';
import { readRecipient, readRecipientAt, requireInUse } from './recipient.ts';

/** provisions.sealed, under the office's own data key. */
const provisionSecrets = z.strictObject({ fileName: z.string(), restrictions: z.string() });
const placeOfProvision = (rowId: string) => ({ table: 'provisions', column: 'sealed', rowId });

interface ProvisionRecord {
  id: string;
  recipient_id: string;
  kind: ProvisionRow['kind'];
  purpose_id: string;
  consent_kind: ConsentKind;
  item_codes: string;
  people: number;
  provided_on: string;
  cycle: ProvisionRow['cycle'];
  kept_until: string | null;
  way: ProvisionRow['way'];
  encrypted: number;
  sealed: Uint8Array;
  recorded_at: string;
  number: number;
  how: CopyEnding | null;
  ended_at: string | null;
  staff_number: number;
}

const select = `
  SELECT p.id, p.recipient_id, p.kind, p.purpose_id, p.consent_kind, p.item_codes, p.people, p.provided_on, p.cycle, p.kept_until,
    p.way, p.encrypted, p.sealed, p.recorded_at, c.number, c.how, c.ended_at, s.staff_number
  FROM provisions p JOIN known_copies c ON c.id = p.copy_id JOIN users s ON s.id = p.user_id`;

const isOut = "(c.how IS NULL OR c.how = 'lost')";
const shown = { all: '1', out: isOut, overdue: `${isOut} AND p.kept_until < :today` } as const;

type Reader = Pick<ReadContext, 'database' | 'vault'>;

/** Every provision of a time with what the ledger says of it, oldest first. */
export function readLedger({ database, vault }: Reader, from: string | null, to: string | null) {
  const purposes = new Map(outgoingPurposes(database).map((purpose) => [purpose.purposeId, purpose]));
  return database
    .all<ProvisionRecord>(
      `${select} WHERE (:from IS NULL OR p.provided_on >= :from) AND (:to IS NULL OR p.provided_on <= :to)
       ORDER BY p.provided_on, p.recorded_at`,
      { from, to },
    )
    .map((row) => {
      const purpose = purposes.get(row.purpose_id);
      if (purpose === undefined) throw new Error('a provision for a purpose that no form has');
      const codes = z.array(z.string()).parse(JSON.parse(row.item_codes));
      return {
        provisionId: row.id,
        purposeId: row.purpose_id,
        how: row.how,
        ...openJson(vault, placeOfProvision(row.id), row.sealed, provisionSecrets),
        recipientName: readRecipientAt({ database, vault }, row.recipient_id, row.recorded_at).name,
        kind: row.kind,
        purposeName: purpose.name,
        recipientPurpose:
          purpose.recipients.find(({ recipientId }) => recipientId === row.recipient_id)?.purpose ??
          purpose.name,
        consentKind: row.consent_kind,
        items: codes.map(
          (code) => purpose.items.find((item) => item.code === code)?.label ?? { en: code, ko: code },
        ),
        people: row.people,
        providedOn: row.provided_on,
        cycle: row.cycle,
        keptUntil: row.kept_until,
        way: row.way,
        isEncrypted: row.encrypted === 1,
      };
    });
}

export const thirdPartyHandlers: Pick<
  Handlers<'provision'>,
  | 'provision.listPurposes'
  | 'provision.checkProvision'
  | 'provision.recordProvision'
  | 'provision.listProvisions'
  | 'provision.endProvision'
> = {
  'provision.listPurposes': ({ database }) => ({ purposes: outgoingPurposes(database) }),

  'provision.checkProvision': async (context, { purposeId, recipientId, itemCodes, to }) => {
    const { kind } = basisOf(context.database, purposeId);
    const use = { kind, purpose: { purposeId }, recipient: { recipientId, itemCodes } };
    return (await checkGivingOut(context, use, to)).report;
  },

  'provision.recordProvision': async (context, input) => {
    const { database, vault, office, actor, clock, today } = context;
    const { purposeId, recipientId, itemCodes, providedOn, keptUntil, fileName, restrictions } = input;
    if (providedOn > today) throw new Refusal('date_in_future', { field: 'providedOn' });
    if (keptUntil !== null && keptUntil < providedOn)
      throw new Refusal('ends_before_it_starts', { field: 'keptUntil' });
    const recipient = readRecipient(context, recipientId);
    requireInUse(database, recipientId);
    const { kind, consentKind } = basisOf(database, purposeId);
    const provisionId = context.newId();
    const use = { kind, purpose: { purposeId }, recipient: { recipientId, itemCodes }, deedId: provisionId };
    const checked = await checkGivingOut(context, use, input.to);
    requireSomebody(checked, use);
    context.progress('record_people', 0, checked.passed.length);
    const copyId = context.newId();
    const reference = database.transaction(() => {
      requireGivenBy(database, checked, providedOn);
      const registered = registerKnownCopy(context, {
        copyId,
        kind: 'provided_to_recipient',
        scope: 'listed',
        unitIds: unitsOf(checked),
        where: recipient.name,
        note: fileName,
        since: providedOn,
      });
      database.run(
        `INSERT INTO provisions (id, recipient_id, purpose_id, kind, consent_kind, item_codes, people, provided_on, cycle, kept_until,
           way, encrypted, copy_id, sealed, recorded_at, user_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          provisionId,
          recipientId,
          purposeId,
          kind,
          consentKind,
          JSON.stringify([...new Set(itemCodes)]),
          checked.passed.length,
          providedOn,
          input.cycle,
          keptUntil,
          input.way,
          input.isEncrypted ? 1 : 0,
          copyId,
          sealJson(vault, office.notesKeyId, placeOfProvision(provisionId), { fileName, restrictions }),
          instantText(clock.now()),
          actor.id,
        ],
      );
      for (const { consentId, personId } of checked.passed) {
        database.run(
          'INSERT INTO provision_consents (provision_id, consent_id, person_id) VALUES (?, ?, ?)',
          [provisionId, consentId, personId],
        );
      }
      enterVerdicts(context, use, [...checked.passed, ...checked.blocked]);
      context.audit('provision.provided', {
        provisionId,
        recipientId,
        kind,
        people: checked.passed.length,
        leftOut: checked.report.leftOutCount,
        reference: registered,
      });
      return registered;
    });
    context.progress('record_people', checked.passed.length, checked.passed.length);
    return { provisionId, reference, report: checked.report };
  },

  'provision.listProvisions': ({ database, vault, today }, { recipientId, show, limit, offset }) => {
    const where = `WHERE (:recipientId IS NULL OR p.recipient_id = :recipientId) AND ${shown[show]}`;
    const params = { recipientId, ...(show === 'overdue' ? { today } : {}) };
    const purposes = new PurposeNames(database);
    return {
      total:
        database.value<number>(
          `SELECT count(*) FROM provisions p JOIN known_copies c ON c.id = p.copy_id ${where}`,
          params,
        ) ?? 0,
      provisions: database
        .all<ProvisionRecord>(
          `${select} ${where} ORDER BY p.provided_on DESC, p.recorded_at DESC LIMIT :limit OFFSET :offset`,
          { ...params, limit, offset },
        )
        .map((row): ProvisionRow => {
          const out = row.how === null || row.how === 'lost';
          return {
            provisionId: row.id,
            recipientId: row.recipient_id,
            recipientName: readRecipientAt({ database, vault }, row.recipient_id, row.recorded_at).name,
            kind: row.kind,
            purposeName: purposes.of(row.purpose_id),
            fileName: openJson(vault, placeOfProvision(row.id), row.sealed, provisionSecrets).fileName,
            people: row.people,
            providedOn: row.provided_on,
            cycle: row.cycle,
            keptUntil: row.kept_until,
            way: row.way,
            isEncrypted: row.encrypted === 1,
            isOverdue: out && row.kept_until !== null && row.kept_until < today,
            reference: copyReference(row.number),
            how: row.how,
            endedAt: row.ended_at,
            staffNumber: row.staff_number,
          };
        }),
    };
  },

  'provision.endProvision': (context, { provisionId, how }) => {
    const { database } = context;
    const copyId = database.value<string>('SELECT copy_id FROM provisions WHERE id = ?', [provisionId]);
    if (copyId === undefined) throw new Refusal('not_found');
    const completions = database.transaction(() => {
      endCopy(context, readCopy(database, copyId), how);
      context.audit('provision.provision_ended', { provisionId, how });
      return issueCompletions(context);
    });
    return { completions };
  },
};

/** Whether a purpose is a transfer abroad, and the kind of consent that it asks for. @throws Refusal not_found */
function basisOf(
  database: ReadDatabase,
  purposeId: string,
): { kind: ProvisionRow['kind']; consentKind: ConsentKind } {
  const content = database.value<string>(
    `SELECT v.content FROM consent_form_versions v, json_each(v.content, '$.purposes') p
     WHERE json_extract(p.value, '$.id') = ? ORDER BY v.version DESC LIMIT 1`,
    [purposeId],
  );
  const purpose =
    content === undefined
      ? undefined
      : consentFormContent.parse(JSON.parse(content)).purposes.find(({ id }) => id === purposeId);
  if (purpose === undefined) throw new Refusal('not_found');
  const consentKind = consentKindOf(purpose);
  return {
    kind: consentKind === 'transfer_abroad' ? 'transfer_abroad' : 'provision',
    // What rests on another basis names no recipient: the gate refuses it.
    consentKind: consentKind ?? 'collection',
  };
}
