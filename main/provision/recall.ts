import { z } from 'zod';
import { type RecallRow, recallDocumentMaximumBytes } from '../../shared/contract/provision-recalls.ts';
import { attachmentType, attachmentTypeOf } from '../../shared/domain/collection/attachment-type.ts';
import { type CopyEnding, copyReference } from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { endCopy, readCopy, readCopySecrets } from '../office/known-copy.ts';
import { issueCompletions } from '../register/completion.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import { recallFromVendor } from './recall-cascade.ts';
import { peopleOfRecall } from './recall-people.ts';
import { readVendor } from './vendor-record.ts';

const answerSecrets = z.strictObject({ answer: z.string() });
const documentSecrets = z.strictObject({ fileName: z.string(), type: attachmentType, bytes: z.int() });
const documentContent = z.strictObject({ content: z.string() });
const placeOfRecall = (rowId: string) => ({ table: 'recalls', column: 'sealed', rowId });
const placeOfContent = (rowId: string) => ({ table: 'recall_documents', column: 'content', rowId });
const placeOfDocument = (rowId: string) => ({ table: 'recall_documents', column: 'sealed', rowId });

interface RecallRecord {
  id: string;
  copy_id: string;
  vendor_id: string | null;
  recipient_id: string | null;
  cause: RecallRow['cause'];
  order_id: string | null;
  units: number;
  given_on: string;
  asked_on: string;
  due_on: string;
  letter_on: string | null;
  reminders: number;
  reminded_on: string | null;
  answered_on: string | null;
  sealed: Uint8Array | null;
  number: number;
  how: CopyEnding | null;
  copy_sealed: Uint8Array;
}

const from = `
  FROM recalls r JOIN known_copies c ON c.id = r.copy_id
  LEFT JOIN hand_overs h ON h.id = r.hand_over_id LEFT JOIN provisions p ON p.id = r.provision_id`;
const select = `
  SELECT r.id, r.copy_id, h.vendor_id, p.recipient_id, r.cause, r.order_id, r.units,
    coalesce(h.handed_over_on, p.provided_on) AS given_on, r.asked_on, r.due_on, r.letter_on, r.reminders, r.reminded_on,
    r.answered_on, r.sealed, c.number, c.how, c.sealed AS copy_sealed ${from}`;

/** A lost copy is somewhere: whoever lost it still has to find and destroy it. */
export const recallIsOpen = "(c.how IS NULL OR c.how = 'lost')";
const shown = {
  open: recallIsOpen,
  overdue: `${recallIsOpen} AND r.due_on < :today`,
  ended: "c.how IN ('destroyed', 'returned')",
} as const;

export function countRecalls(database: ReadDatabase, today: string): { open: number; overdue: number } {
  const count = (where: string, params: Record<string, string>) =>
    database.value<number>(`SELECT count(*) ${from} WHERE ${where}`, params) ?? 0;
  return { open: count(shown.open, {}), overdue: count(shown.overdue, { today }) };
}

type Reader = Pick<ReadContext, 'database' | 'vault' | 'today'>;

function recallRow({ database, vault, today }: Reader, row: RecallRecord): RecallRow {
  const { where, note } = readCopySecrets(vault, row.copy_id, row.copy_sealed);
  const isOpen = row.how === null || row.how === 'lost';
  return {
    recallId: row.id,
    holder: row.vendor_id === null ? 'recipient' : 'vendor',
    holderId: row.vendor_id ?? row.recipient_id ?? '',
    holderName: where,
    cause: row.cause,
    orderId: row.order_id,
    reference: copyReference(row.number),
    what: note,
    givenOn: row.given_on,
    units: row.units,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    isOverdue: isOpen && row.due_on < today,
    letterOn: row.letter_on,
    reminders: row.reminders,
    remindedOn: row.reminded_on,
    how: row.how,
    answeredOn: row.answered_on,
    answer:
      row.sealed === null ? '' : openJson(vault, placeOfRecall(row.id), row.sealed, answerSecrets).answer,
    documents: database
      .all<{ id: string; sealed: Uint8Array; added_at: string }>(
        'SELECT id, sealed, added_at FROM recall_documents WHERE recall_id = ? ORDER BY added_at, id',
        [row.id],
      )
      .map((document) => {
        const { fileName, type, bytes } = openJson(
          vault,
          placeOfDocument(document.id),
          document.sealed,
          documentSecrets,
        );
        return { documentId: document.id, fileName, type, bytes, addedAt: document.added_at };
      }),
  };
}

/** Throws Refusal `not_found`. */
function readRecall(database: ReadDatabase, recallId: string): RecallRecord {
  const row = database.get<RecallRecord>(`${select} WHERE r.id = ?`, [recallId]);
  if (row === undefined) throw new Refusal('not_found');
  return row;
}

export const recallHandlers: Pick<
  Handlers<'provision'>,
  | 'provision.listRecalls'
  | 'provision.recallFromVendor'
  | 'provision.recallLetter'
  | 'provision.recordRecallLetter'
  | 'provision.answerRecall'
  | 'provision.attachRecallDocument'
  | 'provision.readRecallDocument'
> = {
  'provision.listRecalls': (context, { show, vendorId, limit, offset }) => {
    const { database, today } = context;
    const where = `WHERE ${shown[show]} AND (:vendorId IS NULL OR h.vendor_id = :vendorId)`;
    const params = { vendorId, ...(show === 'overdue' ? { today } : {}) };
    return {
      total: database.value<number>(`SELECT count(*) ${from} ${where}`, params) ?? 0,
      recalls: database
        .all<RecallRecord>(`${select} ${where} ORDER BY r.due_on, r.id LIMIT :limit OFFSET :offset`, {
          ...params,
          limit,
          offset,
        })
        .map((row) => recallRow(context, row)),
    };
  },

  'provision.recallFromVendor': (context, { vendorId }) => {
    readVendor(context.database, vendorId);
    const recalls = recallFromVendor(context, vendorId);
    if (recalls === 0) throw new Refusal('nothing_to_recall');
    context.audit('provision.vendor_recalled', { vendorId, recalls });
    return { recalls };
  },

  'provision.recallLetter': documentHandler(
    'provision.recallLetter',
    async (context, { recallId, isReminder, withNames }, { languages }) => {
      const { database, office, today, clock } = context;
      const recall = recallRow(context, readRecall(database, recallId));
      const { unitIds, people } = peopleOfRecall(context, recallId, withNames);
      const { renderRecallLetter } = await import('../documents/recall-letter.ts');
      const letter = {
        office: office.name,
        on: today,
        recall,
        isReminder,
        records: unitIds.map((unitId) => ({ unitId, name: people.get(unitId)?.name ?? null })),
      };
      return {
        bytes: await renderRecallLetter(letter, languages, instantText(clock.now())),
        fileName: `ashbook-recall-${recall.reference.toLowerCase()}`,
        about: { recallId },
        copy:
          people.size === 0
            ? null
            : {
                scope: 'listed' as const,
                unitIds: [...people.keys()],
                personIds: [...new Set([...people.values()].map(({ personId }) => personId))],
                // The law has the office call the data back (PIPA arts. 21 and 37).
                use: 'fulfil_legal_duty' as const,
              },
      };
    },
  ),

  'provision.recordRecallLetter': (context, { recallId, isReminder, sentOn }) => {
    const { database, today } = context;
    if (sentOn > today) throw new Refusal('date_in_future', { field: 'sentOn' });
    const recall = readRecall(database, recallId);
    if (sentOn < recall.asked_on) throw new Refusal('ends_before_it_starts', { field: 'sentOn' });
    database.run(
      isReminder
        ? 'UPDATE recalls SET reminders = reminders + 1, reminded_on = ? WHERE id = ?'
        : 'UPDATE recalls SET letter_on = ? WHERE id = ?',
      [sentOn, recallId],
    );
    context.audit(isReminder ? 'provision.recall_reminded' : 'provision.recall_letter_sent', { recallId });
    return {};
  },

  'provision.answerRecall': (context, { recallId, how, answeredOn, answer }) => {
    const { database, vault, office, today } = context;
    if (answeredOn > today) throw new Refusal('date_in_future', { field: 'answeredOn' });
    const recall = readRecall(database, recallId);
    const completions = database.transaction(() => {
      endCopy(context, readCopy(database, recall.copy_id), how);
      database.run('UPDATE recalls SET answered_on = ?, sealed = ? WHERE id = ?', [
        answeredOn,
        sealJson(vault, office.notesKeyId, placeOfRecall(recallId), { answer }),
        recallId,
      ]);
      context.audit('provision.recall_answered', { recallId, how });
      return issueCompletions(context);
    });
    return { completions };
  },

  'provision.attachRecallDocument': (context, { recallId, fileName, content }) => {
    const { database, vault, office, actor, clock } = context;
    readRecall(database, recallId);
    const bytes = Buffer.from(content, 'base64');
    if (bytes.byteLength > recallDocumentMaximumBytes) throw new Refusal('recall_document_too_large');
    const type = attachmentTypeOf(bytes, bytes.byteLength);
    if (type === undefined) throw new Refusal('attachment_type_unknown');
    const documentId = context.newId();
    const about = { fileName, type, bytes: bytes.byteLength };
    database.run(
      'INSERT INTO recall_documents (id, recall_id, sealed, content, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?)',
      [
        documentId,
        recallId,
        sealJson(vault, office.notesKeyId, placeOfDocument(documentId), about),
        sealJson(vault, office.notesKeyId, placeOfContent(documentId), { content }),
        instantText(clock.now()),
        actor.id,
      ],
    );
    context.audit('provision.recall_document_added', { recallId, documentId });
    return { documentId };
  },

  'provision.readRecallDocument': ({ database, vault }, { documentId }) => {
    const row = database.get<{ sealed: Uint8Array; content: Uint8Array }>(
      'SELECT sealed, content FROM recall_documents WHERE id = ?',
      [documentId],
    );
    if (row === undefined) throw new Refusal('not_found');
    const { fileName, type } = openJson(vault, placeOfDocument(documentId), row.sealed, documentSecrets);
    const { content } = openJson(vault, placeOfContent(documentId), row.content, documentContent);
    return { fileName, type, content };
  },
};
