import { Temporal } from 'temporal-polyfill';
import {
  type CaptureDraftContent,
  captureDraftContent,
  draftHours,
  keepableDraft,
} from '../../shared/domain/collection/capture-draft.ts';
import { nameItemCode } from '../../shared/domain/collection/consent-form.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type Clock, instantText } from '../clock.ts';
import type { Handlers, WriteContext } from '../context.ts';
import { endKey } from '../office/ended-keys.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';
import { readFormVersion } from './consent-form.ts';
import { personSecrets, placeOfDraft, placeOfPerson } from './sealed-records.ts';

/** Drafts at one time; a page that forgot to end its drafts cannot fill the office. */
const draftsAllowed = 20;

interface DraftRecord {
  id: string;
  form_version_id: string;
  data_key_id: string;
  sealed: Uint8Array;
  begun_at: string;
  changed_at: string;
  staff_number: number;
}

const select = `
  SELECT d.id, d.form_version_id, d.data_key_id, d.sealed, d.begun_at, d.changed_at, s.staff_number
  FROM capture_drafts d JOIN users s ON s.id = d.user_id`;

export const captureDraftHandlers: Pick<
  Handlers<'collection'>,
  | 'collection.saveDraft'
  | 'collection.listDrafts'
  | 'collection.openDraft'
  | 'collection.endDraft'
  | 'collection.noteDraftValueShown'
> = {
  'collection.saveDraft': (context, { draftId, formVersionId, draft }) => {
    const { database, vault, actor, office } = context;
    const kept = keepableDraft(draft);
    const now = instantText(context.clock.now());
    return database.transaction(() => {
      if (draftId !== null) {
        const { data_key_id: keyId } = readDraft(database, draftId);
        database.run('UPDATE capture_drafts SET sealed = ?, person_id = ?, changed_at = ? WHERE id = ?', [
          sealJson(vault, keyId, placeOfDraft(draftId), kept),
          kept.personId,
          now,
          draftId,
        ]);
        return { draftId, draft: kept };
      }
      if ((database.value<number>('SELECT count(*) FROM capture_drafts') ?? 0) >= draftsAllowed)
        throw new Refusal('drafts_too_many', { maximum: draftsAllowed });
      readFormVersion(database, formVersionId);
      const id = context.newId();
      const keyId = vault.addDataKey();
      database.run(
        `INSERT INTO capture_drafts
           (id, office_id, form_version_id, person_id, data_key_id, sealed, begun_at, changed_at, user_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          id,
          office.id,
          formVersionId,
          kept.personId,
          keyId,
          sealJson(vault, keyId, placeOfDraft(id), kept),
          now,
          now,
          actor.id,
        ],
      );
      context.audit('collection.draft_begun', { draftId: id, formVersionId });
      return { draftId: id, draft: kept };
    });
  },

  'collection.listDrafts': ({ database, vault }) => ({
    drafts: database.all<DraftRecord>(`${select} ORDER BY d.changed_at DESC, d.id`).map((row) => {
      const { content, current } = readFormVersion(database, row.form_version_id);
      const draft = openDraft(vault, row);
      return {
        draftId: row.id,
        formVersionId: row.form_version_id,
        formTitle: content.title,
        name:
          nameOf(database, vault, draft.personId) ??
          draft.values.find(({ itemCode }) => itemCode === nameItemCode)?.value ??
          '',
        begunAt: row.begun_at,
        changedAt: row.changed_at,
        endsAt: instantText(endOf(row.changed_at)),
        staffNumber: row.staff_number,
        isCurrent: current,
      };
    }),
  }),

  'collection.openDraft': (context, { draftId }) => {
    const { database, vault } = context;
    const row = readDraft(database, draftId);
    const draft = openDraft(vault, row);
    context.audit('collection.draft_resumed', { draftId, formVersionId: row.form_version_id });
    return {
      formVersionId: row.form_version_id,
      draft,
      personName: nameOf(database, vault, draft.personId),
    };
  },

  'collection.endDraft': (context, { draftId }) => {
    readDraft(context.database, draftId);
    endDraft(context, draftId, 'discarded');
    return { ended: true };
  },

  'collection.noteDraftValueShown': (context, { draftId, itemCode }) => {
    readDraft(context.database, draftId);
    context.audit('collection.value_shown', { draftId, itemCode });
    return { noted: true };
  },
};

/** Must be called in a transaction. A draft that is over already stays so. */
export function endDraft(
  context: Pick<WriteContext, 'database' | 'clock' | 'audit'>,
  draftId: string,
  why: 'saved' | 'discarded',
): void {
  const { database, clock } = context;
  if (!deleteDraft(database, clock, draftId)) return;
  context.audit('collection.draft_ended', { draftId, why });
}

/** Drafts that speak of people who are being destroyed. Must be called in a transaction. */
export function endDraftsOfOrder(database: Database, clock: Clock, orderId: string): void {
  const drafts = database.all<{ id: string }>(
    `SELECT id FROM capture_drafts
     WHERE person_id IN (SELECT person_id FROM execution_people WHERE order_id = ?)`,
    [orderId],
  );
  endByItself(database, clock, drafts, 'person_destroyed');
}

/**
 * By the clock, and whenever an office is opened: drafts nobody went on with, and drafts of a backup whose key is gone. A clock that is
 * known to be wrong has forgotten nothing. Answers whether there were any.
 */
export function endForgottenDrafts({ database, vault }: OfficeStorage, clock: Clock): boolean {
  const now = clock.now();
  const isTroubled = clockIsTroubled(database, clock);
  const isForgotten = (row: DraftRecord) =>
    !isTroubled && Temporal.Instant.compare(endOf(row.changed_at), now) <= 0;
  const over = database
    .all<DraftRecord>(select)
    .filter((row) => !vault.hasDataKey(row.data_key_id) || isForgotten(row));
  if (over.length > 0) database.transaction(() => endByItself(database, clock, over, 'forgotten'));
  return over.length > 0;
}

/** Every draft of records that come from a backup; answers the keys they were under, to be destroyed. In a transaction. */
export function removeDrafts(database: Database): string[] {
  const keys = database.all<{ data_key_id: string }>(
    'SELECT data_key_id FROM capture_drafts UNION SELECT data_key_id FROM ended_keys',
  );
  database.run('DELETE FROM capture_drafts');
  database.run('DELETE FROM ended_keys');
  return keys.map((row) => row.data_key_id);
}

function endByItself(
  database: Database,
  clock: Clock,
  drafts: readonly { readonly id: string }[],
  why: 'forgotten' | 'person_destroyed',
): void {
  for (const { id: draftId } of drafts) {
    if (!deleteDraft(database, clock, draftId)) continue;
    appendAuditEntry(database, clock, {
      code: 'collection.draft_ended',
      actor: null,
      about: { draftId, why },
    });
  }
}

function deleteDraft(database: Database, clock: Clock, draftId: string): boolean {
  const keyId = database.value<string>('SELECT data_key_id FROM capture_drafts WHERE id = ?', [draftId]);
  if (keyId === undefined) return false;
  database.run('DELETE FROM capture_drafts WHERE id = ?', [draftId]);
  endKey(database, clock, keyId);
  return true;
}

/** Throws Refusal `draft_gone`. */
function readDraft(database: ReadDatabase, draftId: string): DraftRecord {
  const row = database.get<DraftRecord>(`${select} WHERE d.id = ?`, [draftId]);
  if (row === undefined) throw new Refusal('draft_gone');
  return row;
}

function openDraft(vault: DataKeys, row: DraftRecord): CaptureDraftContent {
  return openJson(vault, placeOfDraft(row.id), row.sealed, captureDraftContent);
}

function nameOf(database: ReadDatabase, vault: DataKeys, personId: string | null): string | null {
  if (personId === null) return null;
  const sealed = database.value<Uint8Array>('SELECT sealed FROM people WHERE id = ?', [personId]);
  return sealed === undefined ? null : openJson(vault, placeOfPerson(personId), sealed, personSecrets).name;
}

function endOf(changedAt: string): Temporal.Instant {
  return Temporal.Instant.from(changedAt).add({ hours: draftHours });
}
