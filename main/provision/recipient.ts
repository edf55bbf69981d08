import { z } from 'zod';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext, WriteContext } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';

/** recipients.sealed: a contact is a person, so the whole entry is kept under the office's own data key, as a vendor's is. */
const recipientSecrets = z.strictObject({ name: z.string(), contact: z.string(), country: z.string() });
const placeOfRecipient = (rowId: string) => ({ table: 'recipients', column: 'sealed', rowId });
/** recipient_versions.sealed: the same, as it was before a change. */
const placeOfVersion = (rowId: string) => ({ table: 'recipient_versions', column: 'sealed', rowId });

interface RecipientRecord {
  id: string;
  version: number;
  sealed: Uint8Array;
  added_at: string;
  retired_at: string | null;
}

type Reader = Pick<ReadContext, 'database' | 'vault'>;
export type RecipientSecrets = z.infer<typeof recipientSecrets>;

function readRecord(database: ReadDatabase, recipientId: string): RecipientRecord {
  const row = database.get<RecipientRecord>(
    'SELECT id, version, sealed, added_at, retired_at FROM recipients WHERE id = ?',
    [recipientId],
  );
  if (row === undefined) throw new Refusal('not_found');
  return row;
}

function openRecord({ vault }: Pick<Reader, 'vault'>, { id, sealed }: RecipientRecord): RecipientSecrets {
  return openJson(vault, placeOfRecipient(id), sealed, recipientSecrets);
}

/** As it is now. Throws Refusal `not_found`. */
export function readRecipient(reader: Reader, recipientId: string): RecipientSecrets {
  return openRecord(reader, readRecord(reader.database, recipientId));
}

/** As it was at an instant: what was provided to it then stands under the name it had. Throws Refusal `not_found`. */
export function readRecipientAt(reader: Reader, recipientId: string, at: string): RecipientSecrets {
  const before = reader.database.get<{ id: string; sealed: Uint8Array }>(
    'SELECT id, sealed FROM recipient_versions WHERE recipient_id = ? AND ended_at > ? ORDER BY version LIMIT 1',
    [recipientId, at],
  );
  if (before === undefined) return readRecipient(reader, recipientId);
  return openJson(reader.vault, placeOfVersion(before.id), before.sealed, recipientSecrets);
}

/** Throws Refusal `recipient_retired` where a recipient is known and retired. */
export function requireInUse(database: ReadDatabase, recipientId: string): void {
  const retired = database.value('SELECT 1 FROM recipients WHERE id = ? AND retired_at IS NOT NULL', [
    recipientId,
  ]);
  if (retired !== undefined) throw new Refusal('recipient_retired');
}

export const recipientHandlers: Pick<
  Handlers<'provision'>,
  | 'provision.addRecipient'
  | 'provision.changeRecipient'
  | 'provision.retireRecipient'
  | 'provision.listRecipients'
> = {
  'provision.addRecipient': (context, secrets) => {
    const { database, office, clock } = context;
    const recipientId = context.newId();
    database.run('INSERT INTO recipients (id, office_id, sealed, added_at) VALUES (?, ?, ?, ?)', [
      recipientId,
      office.id,
      seal(context, recipientId, secrets),
      instantText(clock.now()),
    ]);
    context.audit('provision.recipient_added', { recipientId });
    return { recipientId };
  },

  'provision.changeRecipient': (context, { recipientId, ...secrets }) => {
    const { database, vault, office, actor, clock } = context;
    const before = readRecord(database, recipientId);
    const versionId = context.newId();
    database.run(
      'INSERT INTO recipient_versions (id, recipient_id, version, sealed, ended_at, ended_by) VALUES (?, ?, ?, ?, ?, ?)',
      [
        versionId,
        recipientId,
        before.version,
        sealJson(vault, office.notesKeyId, placeOfVersion(versionId), openRecord(context, before)),
        instantText(clock.now()),
        actor.id,
      ],
    );
    const version = before.version + 1;
    database.run('UPDATE recipients SET sealed = ?, version = ? WHERE id = ?', [
      seal(context, recipientId, secrets),
      version,
      recipientId,
    ]);
    context.audit('provision.recipient_changed', { recipientId, version });
    return { version };
  },

  'provision.retireRecipient': (context, { recipientId, retired }) => {
    const { database, clock } = context;
    readRecord(database, recipientId);
    database.run('UPDATE recipients SET retired_at = ? WHERE id = ?', [
      retired ? instantText(clock.now()) : null,
      recipientId,
    ]);
    context.audit(retired ? 'provision.recipient_retired' : 'provision.recipient_restored', { recipientId });
    return {};
  },

  'provision.listRecipients': (context) => ({
    recipients: context.database
      .all<RecipientRecord>(
        `SELECT id, version, sealed, added_at, retired_at FROM recipients
         ORDER BY retired_at IS NOT NULL, added_at DESC, rowid DESC`,
      )
      .map((row) => ({
        recipientId: row.id,
        ...openRecord(context, row),
        version: row.version,
        addedAt: row.added_at,
        retired: row.retired_at !== null,
      })),
  }),
};

function seal({ vault, office }: WriteContext, recipientId: string, secrets: RecipientSecrets): Buffer {
  return sealJson(vault, office.notesKeyId, placeOfRecipient(recipientId), secrets);
}
