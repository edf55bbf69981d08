import { z } from 'zod';
import packageFacts from '../../package.json' with { type: 'json' };
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  byApplication,
  type CertificateContent,
  type CertificateDeed,
  type CertificateEnvelope,
  certificateEnvelopeSchema,
  certificateFormat,
  certificateIsAuthentic,
  destructionContentOf,
  electronicTechnique,
  isConditional,
  notCoveredCodes,
  notVerifiedCodes,
  sealCertificate,
  unitIdsOf,
  unitsRoot,
  verificationFinding,
} from '../../shared/domain/register/certificate.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import { type Clock, instantText } from '../clock.ts';
import { destructionCounts } from '../destruction/execution-plan.ts';
import {
  type DeedRecord,
  type OrderRecord,
  readDeeds,
  readDestroyedUnits,
  readLeftOut,
  readOrder,
  readStatement,
} from '../destruction/order.ts';
import { readPaperUnits } from '../destruction/paper-record.ts';
import { progressOf } from '../destruction/settle.ts';
import { copiesForCertificate } from '../office/known-copy.ts';
import { readOfficeFacts } from '../office/office-facts.ts';
import { sha256, verifyEd25519 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { readDiskFacts } from '../storage/disk-facts.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { signCheckpoint } from './audit-checkpoint.ts';
import { appendAuditEntry } from './audit-log.ts';
import { nextCertificateNumber } from './certificate-number.ts';
import { provenRemovals } from './evidence-removal.ts';
import { paperFields } from './paper-part.ts';
import { mediumForCertificate } from './storage-medium.ts';

interface ExecutionRecord {
  operator_id: string;
  epoch_before: number;
  epoch_after: number;
  started_at: string;
  finished_at: string;
  planned: string;
  verification: string;
  schedule_id: string | null;
  by_application: string | null;
}

/**
 * Writes the certificate of an order that has just been closed, in the same transaction: no fact without its record, no record
 * without the fact. The schema itself refuses a certificate of which a check did not pass. Returns its number.
 */
export function issueCertificate(
  context: { storage: OfficeStorage; clock: Clock; newId(): string },
  orderId: string,
): string {
  const { storage, clock } = context;
  const { database } = storage;
  const office = readOfficeFacts(storage);
  const order = readOrder(database, orderId);
  const { electronic, paperDestroyed } = progressOf(database, orderId);
  const execution = database.get<ExecutionRecord>(
    `SELECT operator_id, epoch_before, epoch_after, started_at, finished_at, planned, verification, schedule_id, by_application
     FROM executions WHERE order_id = ? AND step = 'finished'`,
    [orderId],
  );
  if (order.state !== 'destroyed') throw new Error('nothing to certify');
  const leaves = database
    .all<{ leaf: Uint8Array }>(
      'SELECT leaf FROM order_units WHERE order_id = ? AND left_out IS NULL ORDER BY position',
      [orderId],
    )
    .map((row) => row.leaf);
  const year = Number(dateIn(office.timeZone, clock.now()).slice(0, 4));
  const { number, serial } = nextCertificateNumber(database, year);
  const copies = copiesForCertificate(database, orderId, execution?.epoch_after ?? storage.epoch);
  const keyCopies = { allRotated: copies.keys.length === 0, outstanding: copies.keys };
  const { operator, ...decided } = signedBy(database, order, execution?.schedule_id ?? null);
  const ordered = { id: order.id, number: order.number, digest: order.digest, ...decided };
  const common = {
    format: certificateFormat as typeof certificateFormat,
    number,
    office: { id: office.id, name: office.name },
    issuedAt: instantText(clock.now()),
    timeZone: office.timeZone,
    supersedes: null,
    knownCopies: copies.records,
    unitsRoot: unitsRoot(sha256, leaves),
    audit: signCheckpoint(storage, clock),
  };
  const tool = { name: 'Ashbook' as const, version: packageFacts.version };
  const paper = paperDestroyed === 0 ? null : paperFields({ storage }, order);
  const content = (): CertificateContent => {
    if (execution === undefined || electronic === 'none') {
      if (paper === null) throw new Error('nothing to certify');
      const conditional = isConditional({ knownCopies: copies.records });
      return { ...common, kind: 'paper', order: ordered, ...paper, tool, conditional };
    }
    if (operator === undefined) throw new Error('an order without its deeds');
    const counts = destructionCounts.parse(JSON.parse(execution.planned));
    // What belongs to nobody has files and no words of its own.
    const wordless =
      database.value<number>('SELECT count(*) FROM execution_unit_keys WHERE order_id = ?', [orderId]) ?? 0;
    const facts = readDiskFacts(storage.folder);
    const fields = {
      ...common,
      order: { ...ordered, operator },
      ...leftOutOf(database, orderId),
      units: readDestroyedUnits(database, orderId)
        .filter((unit) => unit.paper === undefined)
        .map(({ paper: _, ...unit }) => ({ ...unit, form: 'electronic' as const })),
      counts: {
        units: counts.units,
        // Everybody whose units these are, whether or not something else of theirs is kept.
        people:
          database.value<number>('SELECT count(*) FROM execution_people WHERE order_id = ?', [orderId]) ?? 0,
        // One sealed payload a unit, a consent and a person.
        payloads: counts.units - wordless + counts.consents + counts.people,
        attachments: counts.attachments,
      },
      method: {
        technique: electronicTechnique as typeof electronicTechnique,
        cipher: { payloads: 'aes-256-gcm' as const, pages: office.cipher },
        keyStrengthBits: 256 as const,
        tool,
        epochBefore: execution.epoch_before,
        epochAfter: execution.epoch_after,
        startedAt: execution.started_at,
        finishedAt: execution.finished_at,
        ...(execution.by_application === null
          ? {}
          : { byApplication: byApplication.parse(JSON.parse(execution.by_application)) }),
      },
      verification: z.array(verificationFinding).parse(JSON.parse(execution.verification)),
      keyCopies,
      media: [mediumForCertificate(database, storage.folder)],
      storageFacts: {
        fileSystem: facts.fileSystem,
        encryptedVolume: facts.encryptedVolume,
        solidState: { solid_state: 'yes' as const, rotating: 'no' as const, unknown: 'unknown' as const }[
          facts.medium
        ],
        swap: facts.swap === 'unencrypted' ? ('plain' as const) : facts.swap,
      },
      notVerified: [...notVerifiedCodes],
      notCovered: [...notCoveredCodes],
      conditional: isConditional({ keyCopies, knownCopies: copies.records }),
    };
    return paper === null ? { ...fields, kind: 'electronic' } : { ...fields, kind: 'mixed', ...paper };
  };
  const envelope = sealCertificate(content(), {
    sha256,
    sign: (message) => storage.signAsOffice(message),
    publicKey: storage.officePublicKey,
  });
  const certified = destructionContentOf(envelope);
  database.run(
    `INSERT INTO certificates (number, year, serial, order_id, kind, envelope, digest, unit_count, conditional, issued_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      number,
      year,
      serial,
      orderId,
      certified.kind,
      JSON.stringify(envelope),
      envelope.digest,
      unitIdsOf(certified).length,
      certified.conditional ? 1 : 0,
      certified.issuedAt,
    ],
  );
  appendAuditEntry(database, clock, {
    code: 'register.certificate_issued',
    actor: null,
    about: { number, orderId, digest: envelope.digest },
  });
  return number;
}

/** @param scheduleId the operator's deed where they did not carry it out by hand */
function signedBy(database: ReadDatabase, order: OrderRecord, scheduleId: string | null) {
  const deeds = readDeeds(database, order.id);
  const of = (deed: DeedRecord['deed'], deedId: string | null = null): CertificateDeed[] =>
    deeds
      .filter((record) => record.deed === deed && (deedId === null || record.id === deedId))
      .map((record) => {
        const statement = readStatement(record);
        if (statement === undefined) throw new Error('a deed that says nothing');
        // Number and roles as they were signed: somebody who changed office since did not act as what they are now.
        const { userId, staffNumber, roles, onBehalfOf, scheduled, at } = statement;
        return {
          user: { id: userId, staffNumber, roles },
          ...(onBehalfOf === undefined
            ? {}
            : {
                onBehalfOf: {
                  id: onBehalfOf.userId,
                  staffNumber: onBehalfOf.staffNumber,
                  roles: onBehalfOf.roles,
                },
              }),
          ...(scheduled === undefined ? {} : { scheduled }),
          at,
          signature: Buffer.from(record.signature).toString('base64'),
          publicKey: Buffer.from(record.signing_public_key).toString('base64'),
        };
      });
  const [requester] = of('request');
  const [operator] = scheduleId === null ? of('execute') : of('schedule', scheduleId);
  if (requester === undefined) throw new Error('an order without its deeds');
  return { requester, approvals: of('approve'), operator };
}

/** Only where something was: certificates of whole orders stay as they were. */
function leftOutOf(database: ReadDatabase, orderId: string) {
  // Paper that was left out is named with the paper.
  const paper = new Set(readPaperUnits(database, orderId).map((unit) => unit.unit_id));
  const leftOut = readLeftOut(database, orderId).filter(({ unitId }) => !paper.has(unitId));
  return leftOut.length === 0
    ? {}
    : // Electronic records are left out by a hold alone.
      { leftOut: leftOut.map(({ unitId }) => ({ unitId, reason: 'held' as const })) };
}

/** Throws Refusal `not_found`. */
export function readCertificate(database: ReadDatabase, number: string): CertificateEnvelope {
  const envelope = database.value<string>('SELECT envelope FROM certificates WHERE number = ?', [number]);
  if (envelope === undefined) throw new Refusal('not_found');
  if (envelope === '') {
    const rule = provenRemovals(database, 'certificates')[0]?.statement.rule.name;
    throw new Refusal('certificate_removed', { rule: rule === undefined ? '-' : `${rule.ko} · ${rule.en}` });
  }
  return certificateEnvelopeSchema.parse(JSON.parse(envelope));
}

/** Whether it is whole and signed with this office's key. */
export function certificateIsSigned(envelope: CertificateEnvelope, officePublicKey: Uint8Array): boolean {
  return (
    envelope.publicKey === Buffer.from(officePublicKey).toString('base64') &&
    certificateIsAuthentic(envelope, {
      sha256,
      verify: (message, signature, publicKey) => verifyEd25519(publicKey, message, signature),
    })
  );
}
