import { z } from 'zod';
import packageFacts from '../../package.json' with { type: 'json' };
import { copyReference, type KnownCopyKind } from '../../shared/domain/office/known-copy.ts';
import { role } from '../../shared/domain/office/permission.ts';
import {
  certificateEnvelopeSchema,
  certificateFormat,
  copiesNamedIn,
  type DestructionContent,
  destructionContentOf,
  type EnvelopeOf,
  electronicFieldsOf,
  sealCertificate,
  unitIdsOf,
} from '../../shared/domain/register/certificate.ts';
import type { CompletedCopy } from '../../shared/domain/register/completion.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import { type Clock, instantText } from '../clock.ts';
import { readOfficeFacts } from '../office/office-facts.ts';
import { sha256 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { signCheckpoint } from './audit-checkpoint.ts';
import { appendAuditEntry } from './audit-log.ts';
import { nextCertificateNumber } from './certificate-number.ts';

interface EndedCopyRecord {
  id: string;
  number: number;
  kind: KnownCopyKind;
  epoch: number | null;
  how: 'destroyed' | 'returned' | 'lost' | null;
}

/** What became of a copy, as it was reported. */
interface CopyEvent {
  at: string;
  epoch: number | null;
  user_id: string | null;
  roles: string | null;
}

/**
 * Issues the completion of every conditional certificate whose named copies have all ended. To be called in the transaction in
 * which a copy ended or was brought up to date: then the last one issues it, whichever that is. Returns the new numbers.
 */
export function issueCompletions(context: { storage: OfficeStorage; clock: Clock }): string[] {
  const { database } = context.storage;
  if (!database.inTransaction) throw new Error('a completion outside the transaction of its last copy');
  const conditional = database.all<{ envelope: string }>(
    `SELECT envelope FROM certificates c WHERE conditional = 1
       AND NOT EXISTS (SELECT 1 FROM certificates d WHERE d.completes = c.number OR d.supersedes = c.number) ORDER BY year, serial`,
  );
  return conditional.flatMap((row) => {
    const envelope = certificateEnvelopeSchema.parse(JSON.parse(row.envelope));
    const content = destructionContentOf(envelope);
    const copies = endedCopies(database, content);
    return copies === undefined ? [] : [issue(context, { ...envelope, content }, copies)];
  });
}

/** How each copy ended that made the certificate conditional, or undefined while one has not. */
function endedCopies(database: ReadDatabase, content: DestructionContent): CompletedCopy[] | undefined {
  // No key opens paper: of it there is no epoch, and no copy of keys is named.
  const destroyedAtEpoch = electronicFieldsOf(content)?.method.epochAfter ?? 0;
  const ended = copiesNamedIn(content).map(({ kind, reference }) => {
    const copy = database
      .all<EndedCopyRecord>('SELECT id, number, kind, epoch, how FROM known_copies WHERE number = ?', [
        Number(reference.slice(reference.indexOf('-') + 1)),
      ])
      .find((record) => copyReference(record.number) === reference);
    return copy && completed(database, copy, kind, reference, destroyedAtEpoch);
  });
  return ended.every((copy) => copy !== undefined) ? ended : undefined;
}

function completed(
  database: ReadDatabase,
  copy: EndedCopyRecord,
  kind: CompletedCopy['kind'],
  reference: string,
  destroyedAtEpoch: number,
): CompletedCopy | undefined {
  if (copy.how === 'destroyed' || copy.how === 'returned') {
    const event = database.get<CopyEvent>(
      'SELECT at, epoch, user_id, roles FROM known_copy_events WHERE copy_id = ? AND event = ? ORDER BY at DESC, rowid DESC LIMIT 1',
      [copy.id, copy.how],
    );
    if (event === undefined) throw new Error('a copy that ended without a report');
    const reportedBy = reporterOf(database, event);
    return { kind, reference, ended: copy.how, endedAt: event.at, epoch: null, reportedBy };
  }
  // A lost copy is somewhere; one of the keys that was brought up to date holds nothing of before any more.
  if (copy.how === 'lost' || copy.kind !== 'vault_copy' || (copy.epoch ?? 0) < destroyedAtEpoch)
    return undefined;
  const event = database.get<CopyEvent & { epoch: number }>(
    `SELECT at, epoch, user_id, roles FROM known_copy_events
     WHERE copy_id = ? AND event = 'refreshed' AND epoch >= ? ORDER BY epoch, at LIMIT 1`,
    [copy.id, destroyedAtEpoch],
  );
  if (event === undefined) return undefined;
  const reportedBy = reporterOf(database, event);
  return { kind, reference, ended: 'refreshed', endedAt: event.at, epoch: event.epoch, reportedBy };
}

/** With the roles they held then. Events from before those were kept fall back on the present ones. */
function reporterOf(database: ReadDatabase, { user_id: userId, roles }: CopyEvent) {
  if (userId === null) return null;
  const user = database.get<{ staff_number: number; roles: string }>(
    'SELECT staff_number, roles FROM users WHERE id = ?',
    [userId],
  );
  if (user === undefined) throw new Error('a copy ended by nobody');
  return {
    id: userId,
    staffNumber: user.staff_number,
    roles: z.array(role).parse(JSON.parse(roles ?? user.roles)),
  };
}

function issue(
  { storage, clock }: { storage: OfficeStorage; clock: Clock },
  completes: EnvelopeOf<DestructionContent>,
  copies: CompletedCopy[],
): string {
  const { database } = storage;
  const office = readOfficeFacts(storage);
  const year = Number(dateIn(office.timeZone, clock.now()).slice(0, 4));
  const { number, serial } = nextCertificateNumber(database, year);
  const { order } = completes.content;
  const units = unitIdsOf(completes.content).length;
  const envelope = sealCertificate(
    {
      format: certificateFormat,
      kind: 'completion',
      number,
      office: { id: office.id, name: office.name },
      issuedAt: instantText(clock.now()),
      timeZone: office.timeZone,
      completes: {
        number: completes.content.number,
        digest: completes.digest,
        issuedAt: completes.content.issuedAt,
        order: { id: order.id, number: order.number },
        units,
      },
      copies,
      tool: { name: 'Ashbook', version: packageFacts.version },
      audit: signCheckpoint(storage, clock),
    },
    { sha256, sign: (message) => storage.signAsOffice(message), publicKey: storage.officePublicKey },
  );
  database.run(
    `INSERT INTO certificates
       (number, year, serial, order_id, kind, completes, envelope, digest, unit_count, conditional, issued_at)
     VALUES (?, ?, ?, ?, 'completion', ?, ?, ?, ?, 0, ?)`,
    [
      number,
      year,
      serial,
      order.id,
      completes.content.number,
      JSON.stringify(envelope),
      envelope.digest,
      units,
      envelope.content.issuedAt,
    ],
  );
  appendAuditEntry(database, clock, {
    code: 'register.certificate_issued',
    actor: null,
    about: { number, orderId: order.id, digest: envelope.digest, completes: completes.content.number },
  });
  return number;
}
