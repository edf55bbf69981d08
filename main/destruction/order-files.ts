import { z } from 'zod';
import type { OrderFileKind } from '../../shared/contract/destruction-paper.ts';
import { attachmentType } from '../../shared/domain/collection/attachment-type.ts';
import { type Signature, signature } from '../../shared/domain/collection/consent.ts';
import { stripPhotograph } from '../../shared/domain/destruction/photograph.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../shared/domain/retention/retention-rule.ts';
import { instantText } from '../clock.ts';
import { AttachmentUpload } from '../collection/attachment-upload.ts';
import { placeOfAttachment } from '../collection/sealed-records.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { beginRecordClass, currentRuleVersionId } from '../retention/retention-rule.ts';
import { insertUnit } from '../retention/unit-dates.ts';
import {
  attachmentChunkBytes,
  attachmentChunks,
  readAttachmentChunk,
  removeAttachmentFile,
} from '../storage/attachment-file.ts';
import { sha256, zero } from '../storage/cryptography.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import { readOrder } from './order.ts';
import { readBatch, requireHandler } from './paper-record.ts';

/**
 * Photographs, and sheets with drawn signatures, prove a destruction of paper. They show places and people, so each of the two is a
 * record unit of its own, under a key of this order alone and a retention rule of its own: it falls due and is destroyed like any
 * other record. The certificate keeps their digests.
 */
export type EvidenceKind = 'photographs' | 'papers';

const evidenceRules: Readonly<Record<EvidenceKind, Pick<RetentionRuleContent, 'name' | 'period'>>> = {
  photographs: {
    name: { en: 'Photographs of destructions', ko: '파기 사진' },
    period: 'P1Y',
  },
  papers: {
    name: { en: 'Signed sheets of destructions', ko: '파기 서명 서류' },
    period: 'P5Y',
  },
};

/** The office's own rule for evidence, made the first time some is kept; from then on it is changed like any rule. */
function ruleOfEvidence(context: WorkContext, kind: EvidenceKind): string {
  const { database, office, clock, today } = context;
  const known = database.value<string>('SELECT rule_id FROM evidence_rules WHERE kind = ?', [kind]);
  if (known !== undefined) return known;
  const ruleId = context.newId();
  beginRecordClass(database, {
    ruleId,
    ruleVersionId: context.newId(),
    recordClassId: context.newId(),
    officeId: office.id,
    content: retentionRuleContent.parse({
      ...evidenceRules[kind],
      trigger: 'collected',
      basis: { en: 'Decision of the office', ko: '사무소 내부 기준' },
      obligedByLaw: false,
      lawEdition: { en: 'in force 2026', ko: '2026년 시행' },
      effectiveFrom: today,
      endAction: 'review',
      jurisdiction: office.jurisdiction,
      source: 'office_rule',
    }),
    createdAt: instantText(clock.now()),
    createdBy: null,
    approvedBy: null,
  });
  database.run('INSERT INTO evidence_rules (kind, rule_id) VALUES (?, ?)', [kind, ruleId]);
  return ruleId;
}

/** The record unit of an order's evidence, with its key. In a transaction. */
export function evidenceUnit(
  context: WorkContext,
  orderId: string,
  kind: EvidenceKind,
): { unitId: string; dataKeyId: string } {
  const { database, vault, office, today } = context;
  const known = database.get<{ unit_id: string; data_key_id: string | null; state: string | null }>(
    `SELECT e.unit_id, k.data_key_id, u.state FROM order_evidence e LEFT JOIN unit_keys k ON k.unit_id = e.unit_id
       LEFT JOIN record_units u ON u.id = e.unit_id WHERE e.order_id = ? AND e.kind = ?`,
    [orderId, kind],
  );
  if (known !== undefined) {
    if (known.data_key_id === null || known.state !== 'active') throw new Refusal('attachment_unit_closed');
    return { unitId: known.unit_id, dataKeyId: known.data_key_id };
  }
  const ruleVersionId = currentRuleVersionId(database, ruleOfEvidence(context, kind));
  if (ruleVersionId === null) throw new Error('a rule without a version');
  const unitId = context.newId();
  const dataKeyId = vault.addDataKey();
  insertUnit(database, {
    id: unitId,
    officeId: office.id,
    personId: null,
    consentId: null,
    purposeId: null,
    ruleVersionId,
    collectedOn: today,
    sealed: null,
  });
  database.run('INSERT INTO unit_keys (unit_id, data_key_id) VALUES (?, ?)', [unitId, dataKeyId]);
  database.run('INSERT INTO order_evidence (order_id, kind, unit_id) VALUES (?, ?, ?)', [
    orderId,
    kind,
    unitId,
  ]);
  return { unitId, dataKeyId };
}

/** drawn_signatures.sealed */
const drawnSecrets = z.strictObject({ signature, name: z.string() });

/** Keeps what somebody drew. In a transaction. */
export function keepDrawnSignature(
  context: WorkContext,
  orderId: string,
  of: { batchId: string } | { handOverId: string },
  drawn: { side: 'operator' | 'witness' | 'giver' | 'receiver'; signature: Signature; name?: string },
): void {
  const { database, vault, clock } = context;
  const { unitId, dataKeyId } = evidenceUnit(context, orderId, 'papers');
  const id = context.newId();
  const secrets = drawnSecrets.parse({ signature: drawn.signature, name: drawn.name ?? '' });
  database.run(
    `INSERT INTO drawn_signatures (id, unit_id, batch_id, hand_over_id, side, sealed, at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      unitId,
      'batchId' in of ? of.batchId : null,
      'handOverId' in of ? of.handOverId : null,
      drawn.side,
      sealJson(vault, dataKeyId, { table: 'drawn_signatures', column: 'sealed', rowId: id }, secrets),
      instantText(clock.now()),
    ],
  );
}

/** attachments.sealed, as for every attachment. */
const fileSecrets = z.strictObject({
  fileName: z.string(),
  type: attachmentType,
  bytes: z.int(),
  sha256: z.string(),
  key: z.string(),
});

const isPhotograph = (kind: OrderFileKind) => kind === 'photo_before' || kind === 'photo_after';

/** Files an order was proven by, of one kind; throws Refusal `not_found` where one is of another order or kind. */
export function fileDigests(
  { database }: Pick<WorkContext, 'database'>,
  orderId: string,
  fileIds: readonly string[],
  kind: OrderFileKind,
): string[] {
  return fileIds.map((fileId) => {
    const digest = database.value<string>(
      'SELECT digest FROM order_files WHERE id = ? AND order_id = ? AND kind = ?',
      [fileId, orderId, kind],
    );
    if (digest === undefined) throw new Refusal('not_found');
    return digest;
  });
}

export const orderFileHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.addOrderFile' | 'destruction.readOrderFile'
> = {
  'destruction.addOrderFile': (context, { orderId, batchId, kind, fileName, content }) => {
    const { database, storage, clock, actor, vault } = context;
    const order = readOrder(database, orderId);
    requireHandler(context, order);
    if (batchId !== null && readBatch(database, batchId).order_id !== orderId) throw new Refusal('not_found');
    if (isPhotograph(kind) && batchId === null) throw new Refusal('not_found');
    context.requireNobodyAside();
    const given = Buffer.from(content, 'base64');
    const { bytes, hadMore } = isPhotograph(kind) ? stripPhotograph(given) : { bytes: given, hadMore: false };
    const digest = sha256(bytes).toString('hex');
    const fileId = context.newId();
    const upload = new AttachmentUpload(storage.folder, {
      attachmentId: fileId,
      unitId: null,
      fileName,
      bytes: bytes.length,
    });
    try {
      for (let chunk = 0; chunk < upload.chunks; chunk += 1)
        upload.append(
          chunk,
          bytes.subarray(chunk * attachmentChunkBytes, (chunk + 1) * attachmentChunkBytes),
        );
      upload.check(digest);
      database.transaction(() => {
        const { unitId, dataKeyId } = evidenceUnit(
          context,
          orderId,
          isPhotograph(kind) ? 'photographs' : 'papers',
        );
        const at = instantText(clock.now());
        const secrets = { fileName, bytes: bytes.length, key: upload.key.toString('hex'), ...upload.keep() };
        database.run(
          'INSERT INTO attachments (id, person_id, unit_id, sealed, added_at, added_by) VALUES (?, NULL, ?, ?, ?, ?)',
          [fileId, unitId, sealJson(vault, dataKeyId, placeOfAttachment(fileId), secrets), at, actor.id],
        );
        database.run(
          'INSERT INTO order_files (id, order_id, batch_id, kind, digest, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
          [fileId, orderId, batchId, kind, digest, at, actor.id],
        );
        context.audit('destruction.file_added', { orderId, fileId, kind, digest });
      });
    } catch (error) {
      removeAttachmentFile(storage.folder, fileId);
      throw error;
    } finally {
      upload.close();
      zero(given);
    }
    return { fileId, hadMore };
  },

  'destruction.readOrderFile': (context, { fileId }) => {
    const { database, vault, storage } = context;
    const sealed = database.value<Uint8Array>(
      'SELECT a.sealed FROM order_files f JOIN attachments a ON a.id = f.id WHERE f.id = ?',
      [fileId],
    );
    if (sealed === undefined) throw new Refusal('order_file_destroyed');
    const secrets = openJson(vault, placeOfAttachment(fileId), sealed, fileSecrets);
    const key = Buffer.from(secrets.key, 'hex');
    try {
      const chunks = Array.from({ length: attachmentChunks(secrets.bytes) }, (_, index) =>
        readAttachmentChunk(storage.folder, fileId, key, secrets.bytes, index),
      );
      database.transaction(() => context.audit('destruction.file_opened', { fileId }));
      return {
        fileName: secrets.fileName,
        type: secrets.type,
        content: Buffer.concat(chunks).toString('base64'),
      };
    } finally {
      zero(key);
    }
  },
};
