import { z } from 'zod';
import { digest } from '../../shared/contract/fields.ts';
import {
  type BatchSignature,
  batchFacts,
  batchStatement,
} from '../../shared/domain/destruction/paper-batch.ts';
import type { CertifiedPaperUnit, PaperContent } from '../../shared/domain/register/certificate.ts';
import {
  type CertifiedBatch,
  type CertifiedHandOver,
  type PaperPart,
  paperNotCovered,
  paperNotVerified,
} from '../../shared/domain/register/paper-certificate.ts';
import { type OrderRecord, readLeftOut, readOrderUnits } from '../destruction/order.ts';
import { readHandOvers } from '../destruction/paper-handling.ts';
import { readBatches, readPaperUnits } from '../destruction/paper-record.ts';
import { readUser } from '../office/user.ts';
import { openVendor, readVendor } from '../provision/vendor-record.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';

/** What a certificate says of the paper of an order that is done: from what was signed, batch by batch. */
export function paperFields(
  { storage }: { storage: OfficeStorage },
  order: OrderRecord,
): Pick<PaperContent, 'paperUnits' | 'paper' | 'paperNotVerified' | 'paperNotCovered'> {
  const { database } = storage;
  const states = new Map(readPaperUnits(database, order.id).map((unit) => [unit.unit_id, unit.state]));
  const paperUnits = readOrderUnits(database, order.id).flatMap((unit): CertifiedPaperUnit[] => {
    const { paper } = unit;
    if (paper === undefined || states.get(unit.unitId) !== 'destroyed') return [];
    return [{ ...unit, paper, form: 'paper' }];
  });
  const wholes = paperUnits.filter(({ paper }) => paper.part === undefined);
  const ofKind = (kind: 'box' | 'folder' | 'document') =>
    wholes.filter(({ paper }) => paper.kind === kind).length;
  const parts = paperUnits.length - wholes.length;
  const isCounted = paperUnits.every(({ paper }) => paper.sheets !== null);
  const part: PaperPart = {
    counts: {
      units: paperUnits.length,
      boxes: ofKind('box'),
      folders: ofKind('folder'),
      documents: ofKind('document'),
      ...(parts > 0 && { parts }),
      sheets: isCounted ? paperUnits.reduce((sum, { paper }) => sum + (paper.sheets ?? 0), 0) : null,
    },
    batches: readBatches(database, order.id)
      .filter(({ state }) => state === 'finished')
      .map(({ id, facts }) => certifiedBatch(database, id, facts)),
    custody: readHandOvers(database, storage.vault, order.id).map((handOver) =>
      certifiedHandOver(storage, handOver),
    ),
    leftOut: readLeftOut(database, order.id).filter(({ unitId }) => states.has(unitId)),
  };
  return {
    paperUnits,
    paper: part,
    paperNotVerified: paperNotVerified(part),
    paperNotCovered: paperNotCovered(part),
  };
}

interface SignatureRecord {
  duty: 'operator' | 'witness';
  way: 'screen' | 'paper';
  statement: string;
  signature: Uint8Array | null;
  signing_public_key: Uint8Array | null;
  at: string;
}

const statementOnPaper = batchStatement.extend({ scans: z.array(digest).optional() });

function certifiedBatch(database: ReadDatabase, batchId: string, facts: string | null): CertifiedBatch {
  const signed = database.all<SignatureRecord>(
    'SELECT duty, way, statement, signature, signing_public_key, at FROM batch_signatures WHERE batch_id = ?',
    [batchId],
  );
  const of = (duty: SignatureRecord['duty']) => {
    const record = signed.find((one) => one.duty === duty);
    if (record === undefined) return null;
    const { user, scans = [] } = statementOnPaper.parse(JSON.parse(record.statement));
    const signature: BatchSignature =
      record.way === 'screen'
        ? {
            way: 'screen',
            at: record.at,
            signature: Buffer.from(record.signature ?? []).toString('base64'),
            publicKey: Buffer.from(record.signing_public_key ?? []).toString('base64'),
          }
        : { way: 'paper', at: record.at, scans };
    return { user, signed: signature };
  };
  const operator = of('operator');
  if (facts === null || operator === null) throw new Error('a batch that nobody signed');
  const [statement] = signed.map((record) => statementOnPaper.parse(JSON.parse(record.statement)));
  return {
    facts: batchFacts.parse(JSON.parse(facts)),
    digest: statement?.batchDigest ?? '',
    operator,
    witness: of('witness'),
  };
}

function certifiedHandOver(
  storage: OfficeStorage,
  handOver: ReturnType<typeof readHandOvers>[number],
): CertifiedHandOver {
  const staff = (userId: string) => {
    const { staffNumber, roles } = readUser(storage, userId);
    return { id: userId, staffNumber, roles: [...roles] };
  };
  const { at, place, seals, signed_on: signedOn } = handOver;
  return {
    at,
    place,
    seals,
    from: staff(handOver.from_user_id),
    to:
      handOver.to_user_id === null
        ? {
            kind: 'vendor',
            name: openVendor(storage.vault, readVendor(storage.database, handOver.to_vendor_id ?? '')).name,
          }
        : { kind: 'staff', user: staff(handOver.to_user_id) },
    signedOn,
  };
}
