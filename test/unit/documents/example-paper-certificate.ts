import type { BatchFacts } from '../../../shared/domain/destruction/paper-batch.ts';
import { toBase64 } from '../../../shared/domain/register/base64.ts';
import { canonicalJsonBytes } from '../../../shared/domain/register/canonical-json.ts';
import {
  type CertificateDeed,
  type CertifiedPaperUnit,
  type EnvelopeOf,
  type MixedContent,
  type PaperContent,
  sealCertificate,
} from '../../../shared/domain/register/certificate.ts';
import { toHexadecimal } from '../../../shared/domain/register/hexadecimal.ts';
import {
  type CertifiedBatch,
  type PaperPart,
  paperNotCovered,
  paperNotVerified,
} from '../../../shared/domain/register/paper-certificate.ts';
import {
  deed,
  exampleContent,
  exampleId,
  hash,
  publicKey,
  sha256,
  signBytes,
} from './example-certificate.ts';

type User = CertificateDeed['user'];
const operator: User = { id: exampleId('operator'), staffNumber: 7, roles: ['operator'] };
const witness: User = { id: exampleId('witness'), staffNumber: 9, roles: ['clerk'] };

function paperUnit(index: number): CertifiedPaperUnit {
  return {
    unitId: exampleId(`paper ${index}`),
    paper: {
      kind: index === 2 ? 'folder' : 'box',
      code: `P-${String(index + 1).padStart(6, '0')}`,
      sheets: 400 + index,
      levelNeeded: index === 1 ? 'P-5' : 'P-4',
    },
    ruleVersionId: exampleId('rule 1'),
    category: { en: 'Consumer complaints and disputes', ko: '소비자 불만 및 분쟁처리 기록' },
    basis: { en: 'E-Commerce Act, Enforcement Decree art. 6(1)', ko: '전자상거래법 시행령 제6조제1항' },
    cause: 'period_ends',
    triggeredOn: '2023-02-01',
    keptThrough: '2026-02-01',
    dueOn: '2026-02-02',
    form: 'paper',
  };
}

/** A batch whose facts both have signed with the example's key. */
export function signedBatch(facts: BatchFacts): CertifiedBatch {
  const digest = toHexadecimal(sha256(canonicalJsonBytes(facts)));
  const signed = (duty: 'operator' | 'witness', user: User) => {
    const at = '2026-03-06T03:00:00.000Z';
    const statement = {
      format: 'ashbook-batch-statement/1',
      duty,
      batchId: facts.id,
      batchDigest: digest,
      user,
      at,
    };
    return {
      user,
      signed: {
        way: 'screen' as const,
        at,
        signature: toBase64(signBytes(canonicalJsonBytes(statement))),
        publicKey: toBase64(publicKey),
      },
    };
  };
  return {
    facts,
    digest,
    operator: signed('operator', operator),
    witness: facts.witnessId === null ? null : signed('witness', witness),
  };
}

function batches(order: { id: string; digest: string }): CertifiedBatch[] {
  const facts: BatchFacts = {
    format: 'ashbook-batch/1',
    id: exampleId('batch 1'),
    number: 'B-2026-0004',
    order: { id: order.id, digest: order.digest },
    method: 'shred',
    place: 'on_site',
    machine: { number: 'M-0001', name: 'Shredder in the archive', serial: 'HSM-4711' },
    vendor: null,
    level: 'P-5',
    levelNeeded: 'P-5',
    startedAt: '2026-03-06T01:00:00.000Z',
    endedAt: '2026-03-06T02:10:00.000Z',
    interruptedBy: 'machine_stopped',
    unitIds: [exampleId('paper 0'), exampleId('paper 1')],
    amount: { kind: 'sheets', registered: 801, measured: 800, reason: 'counting_error' },
    photographs: { before: [hash('before')], after: [hash('after 1'), hash('after 2')] },
    residue: 'recycled',
    operatorId: operator.id,
    witnessId: witness.id,
  };
  return [
    signedBatch(facts),
    signedBatch({
      ...facts,
      id: exampleId('batch 2'),
      number: 'B-2026-0005',
      place: 'off_site',
      machine: null,
      vendor: {
        id: exampleId('vendor'),
        name: '맑은파쇄 주식회사',
        certification: 'ISO/IEC 21964-3, KR-0471',
        certifiedUntil: '2027-01-31',
        deviceSerial: 'BIN-0812',
        certificate: { number: 'CS-2026-118', on: '2026-03-09', fileDigest: hash('vendor certificate') },
      },
      interruptedBy: null,
      unitIds: [exampleId('paper 2')],
      amount: { kind: 'grams', registered: 2010, measured: 2050, reason: null },
      photographs: { before: [], after: [] },
      residue: 'taken_by_vendor',
      witnessId: null,
    }),
  ];
}

function paperFields(order: { id: string; digest: string }) {
  const paperUnits = [0, 1, 2].map(paperUnit);
  const paper: PaperPart = {
    counts: { units: 3, boxes: 2, folders: 1, documents: 0, sheets: 1203 },
    batches: batches(order),
    custody: [
      {
        at: '2026-03-05T23:50:00.000Z',
        place: '본점 지하 1층 문서고',
        seals: ['KR-20931', 'KR-20932'],
        from: { id: exampleId('clerk'), staffNumber: 3, roles: ['clerk'] },
        to: { kind: 'staff', user: operator },
        signedOn: 'screen',
      },
      {
        at: '2026-03-07T01:30:00.000Z',
        place: '본점 하역장',
        seals: ['KR-20940'],
        from: operator,
        to: { kind: 'vendor', name: '맑은파쇄 주식회사' },
        signedOn: 'paper',
      },
    ],
    leftOut: [],
  };
  return {
    paperUnits,
    paper,
    paperNotVerified: paperNotVerified(paper),
    paperNotCovered: paperNotCovered(paper),
  };
}

export function examplePaperContent(): PaperContent {
  const { number, office, issuedAt, timeZone, knownCopies, conditional, unitsRoot, audit } =
    exampleContent(1);
  const order = {
    id: exampleId('order'),
    number: 'D-2026-0021',
    digest: hash('order'),
    requester: deed('requester', 2, 'reviewer', '2026-03-03T01:20:05.000Z'),
    approvals: [deed('approver', 5, 'reviewer', '2026-03-04T06:41:30.000Z')],
  };
  return {
    format: 'ashbook-certificate/1',
    kind: 'paper',
    number,
    office,
    issuedAt,
    timeZone,
    supersedes: null,
    order,
    ...paperFields(order),
    knownCopies,
    conditional,
    unitsRoot,
    tool: { name: 'Ashbook', version: '0.1.0' },
    audit,
  };
}

/** The same with a folder in which three sheets were masked by hand. */
export function examplePartContent(): PaperContent {
  const content = examplePaperContent();
  const unit = paperUnit(3);
  const [shredded] = content.paper.batches;
  if (shredded === undefined) throw new Error('the example has a batch');
  const masked = signedBatch({
    ...shredded.facts,
    id: exampleId('batch 3'),
    number: 'B-2026-0006',
    method: 'mask',
    machine: null,
    level: null,
    levelNeeded: 'P-4',
    interruptedBy: null,
    unitIds: [unit.unitId],
    amount: { kind: 'sheets', registered: 3, measured: 3, reason: null },
    photographs: { before: [], after: [hash('masked')] },
    residue: 'none',
  });
  const paper: PaperPart = {
    ...content.paper,
    counts: { ...content.paper.counts, units: 4, parts: 1, sheets: 1206 },
    batches: [...content.paper.batches, masked],
  };
  return {
    ...content,
    paperUnits: [
      ...content.paperUnits,
      {
        ...unit,
        cause: 'consent_withdrawn',
        paper: {
          kind: 'folder',
          code: 'F-12',
          sheets: 3,
          levelNeeded: 'P-4',
          part: {
            way: 'mask',
            wholeId: exampleId('folder'),
            sheetsOfWhole: 120,
            fields: [
              { en: 'Resident registration number', ko: '주민등록번호' },
              { en: 'Address', ko: '주소' },
            ],
          },
        },
      },
    ],
    paper,
    paperNotVerified: paperNotVerified(paper),
    paperNotCovered: paperNotCovered(paper),
  };
}

export function exampleMixedContent(): MixedContent {
  const electronic = exampleContent(3, true);
  return { ...electronic, kind: 'mixed', ...paperFields(electronic.order) };
}

export function sealPaper<Content extends PaperContent | MixedContent>(
  content: Content,
): EnvelopeOf<Content> {
  return { ...sealCertificate(content, { sha256, sign: signBytes, publicKey }), content };
}
