import { z } from 'zod';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';

/** recipients.sealed: a contact is a person, so the whole entry is kept under the office's own data key, as a vendor's is. */
const recipientSecrets = z.strictObject({ name: z.string(), contact: z.string(), country: z.string() });
const placeOfRecipient = (rowId: string) => ({ table: 'recipients', column: 'sealed', rowId });

interface RecipientRecord {
  id: string;
  sealed: Uint8Array;
  added_at: string;
}

/** Throws Refusal `not_found`. */
export function readRecipient(
  { database, vault }: Pick<ReadContext, 'database' | 'vault'>,
  recipientId: string,
): z.infer<typeof recipientSecrets> {
  const row = database.get<{ sealed: Uint8Array }>('SELECT sealed FROM recipients WHERE id = ?', [
    recipientId,
  ]);
  if (row === undefined) throw new Refusal('not_found');
  return openJson(vault, placeOfRecipient(recipientId), row.sealed, recipientSecrets);
}

export const recipientHandlers: Pick<
  Handlers<'provision'>,
  'provision.addRecipient' | 'provision.listRecipients'
> = {
  'provision.addRecipient': (context, secrets) => {
    const { database, vault, office, clock } = context;
    const recipientId = context.newId();
    database.run('INSERT INTO recipients (id, office_id, sealed, added_at) VALUES (?, ?, ?, ?)', [
      recipientId,
      office.id,
      sealJson(vault, office.notesKeyId, placeOfRecipient(recipientId), secrets),
      instantText(clock.now()),
    ]);
    context.audit('provision.recipient_added', { recipientId });
    return { recipientId };
  },

  'provision.listRecipients': ({ database, vault }) => ({
    recipients: database
      .all<RecipientRecord>('SELECT id, sealed, added_at FROM recipients ORDER BY added_at DESC, rowid DESC')
      .map((row) => ({
        recipientId: row.id,
        ...openJson(vault, placeOfRecipient(row.id), row.sealed, recipientSecrets),
        addedAt: row.added_at,
      })),
  }),
};
