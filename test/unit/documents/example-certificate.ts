import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { toBase64 } from '../../../shared/domain/register/base64.ts';
import { canonicalJsonBytes } from '../../../shared/domain/register/canonical-json.ts';
import {
  type CertificateDeed,
  type CertifiedUnit,
  type ElectronicContent,
  type EnvelopeOf,
  sealCertificate,
  unitLeaf,
  unitsRoot,
  verificationChecks,
} from '../../../shared/domain/register/certificate.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

// The key of RFC 8032, section 7.1, test 1: fixed, so that the same example always gives the same bytes.
const privateKey = createPrivateKey({
  key: Buffer.from(
    '302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'hex',
  ),
  format: 'der',
  type: 'pkcs8',
});
export const publicKey = new Uint8Array(
  createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32),
);
export const signBytes = (message: Uint8Array): Uint8Array => new Uint8Array(sign(null, message, privateKey));

export function verifyBytes(message: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

/** A version 4 UUID that is always the same for the same seed. */
export function exampleId(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const hash = (seed: string): string => createHash('sha256').update(seed).digest('hex');

const classes: Pick<CertifiedUnit, 'ruleVersionId' | 'category' | 'basis' | 'cause'>[] = [
  {
    ruleVersionId: exampleId('rule 1'),
    category: { en: 'Consumer complaints and disputes', ko: '소비자 불만 및 분쟁처리 기록' },
    basis: { en: 'E-Commerce Act, Enforcement Decree art. 6(1)', ko: '전자상거래법 시행령 제6조제1항' },
    cause: 'period_ends',
  },
  {
    ruleVersionId: exampleId('rule 2'),
    category: { en: 'Newsletter subscription', ko: '소식지 구독' },
    basis: { en: 'Consent, PIPA art. 15(1)1', ko: '정보주체의 동의, 개인정보 보호법 제15조제1항제1호' },
    cause: 'consent_withdrawn',
  },
  {
    ruleVersionId: exampleId('rule 3'),
    category: { en: 'Contract, payment and supply', ko: '계약·대금결제·재화 공급 기록' },
    basis: { en: 'E-Commerce Act, Enforcement Decree art. 6(1)', ko: '전자상거래법 시행령 제6조제1항' },
    cause: 'withdrawn_but_obliged',
  },
];

function exampleUnit(index: number): CertifiedUnit {
  const chosen = classes[index % classes.length];
  if (!chosen) throw new Error('no class');
  const day = String(1 + (index % 28)).padStart(2, '0');
  return {
    unitId: exampleId(`unit ${index}`),
    ...chosen,
    triggeredOn: `2023-02-${day}`,
    keptThrough: `2026-02-${day}`,
    dueOn: '2026-03-01',
    form: 'electronic',
  };
}

export function deed(
  name: string,
  staffNumber: number,
  role: 'reviewer' | 'operator',
  at: string,
): CertificateDeed {
  return {
    user: { id: exampleId(name), staffNumber, roles: [role] },
    at,
    signature: toBase64(signBytes(new TextEncoder().encode(name))),
    publicKey: toBase64(publicKey),
  };
}

const comparedByCheck: Record<string, Record<string, string | number>> = {
  database_key_superseded: { currentKey: 'opens', supersededKey: 'refused' },
  data_keys_absent: { asked: 1, foundInMemory: 0, keysInMemory: 412, foundOnDisk: 0, keysOnDisk: 412 },
  sampled_ciphertext_unreadable: {
    samples: 12,
    keysTried: 418,
    openedWithKeysInMemory: 0,
    openedWithKeysOnDisk: 0,
  },
  superseded_files_absent: { epoch: 43, otherVaults: 0, rootSlots: '43, 43' },
  rows_absent: { asked: 3, found: 0 },
  attachments_absent: { asked: 2, found: 0 },
  no_residue: { pages: 96, freelistPages: 0, walBytes: 0 },
  counts_match: { expected: 411, counted: 411 },
};

/** A certificate's content as the application would write it; `conditional` adds one outstanding copy of the keys. */
export function exampleContent(units: number, conditional = false): ElectronicContent {
  const list = Array.from({ length: units }, (_, index) => exampleUnit(index));
  return {
    format: 'ashbook-certificate/1',
    kind: 'electronic',
    number: '2026-0017',
    office: { id: exampleId('office'), name: '한빛생활협동조합 Hanbit Living Cooperative' },
    issuedAt: '2026-03-05T05:12:44.318Z',
    timeZone: 'Asia/Seoul',
    supersedes: null,
    order: {
      id: exampleId('order'),
      number: 'D-2026-0021',
      digest: hash('order'),
      requester: deed('requester', 2, 'reviewer', '2026-03-03T01:20:05.000Z'),
      approvals: [deed('approver', 5, 'reviewer', '2026-03-04T06:41:30.000Z')],
      operator: deed('operator', 7, 'operator', '2026-03-05T05:12:31.000Z'),
    },
    units: list,
    counts: { units, people: units, payloads: units * 3, attachments: Math.floor(units / 2) },
    method: {
      technique: 'cryptographic erase + deletion + re-encryption',
      cipher: { payloads: 'aes-256-gcm', pages: 'aegis' },
      keyStrengthBits: 256,
      tool: { name: 'Ashbook', version: '0.1.0' },
      epochBefore: 41,
      epochAfter: 43,
      startedAt: '2026-03-05T05:12:31.000Z',
      finishedAt: '2026-03-05T05:12:44.200Z',
    },
    verification: verificationChecks.map((check) => ({
      check,
      result: 'pass',
      compared: comparedByCheck[check] ?? {},
    })),
    keyCopies: conditional
      ? {
          allRotated: false,
          outstanding: [
            { kind: 'recovery_medium', sinceEpoch: 38, reference: 'KC-0003' },
            { kind: 'recovery_kit', sinceEpoch: 40, reference: 'KC-0004' },
          ],
        }
      : { allRotated: true, outstanding: [] },
    knownCopies: conditional
      ? [
          { kind: 'export', reference: 'EX-2025-0112', since: '2025-11-02' },
          { kind: 'print', reference: 'PR-2025-0031', since: '2025-12-19' },
        ]
      : [],
    media: [
      {
        manufacturer: 'Samsung',
        model: 'SSD 990 PRO 1TB',
        serialNumber: null,
        propertyNumber: 'IT-2024-0117',
        mediumType: 'solid_state_drive',
        source: 'GARAM-PC-03',
        categorization: null,
        toldBySystem: ['manufacturer', 'model', 'mediumType'],
        method: 'none',
        destination: 'stays_in_use',
      },
    ],
    storageFacts: { fileSystem: 'ext4', encryptedVolume: 'unknown', solidState: 'yes', swap: 'encrypted' },
    notVerified: ['physical_media', 'memory_of_other_programs', 'swap_and_hibernation'],
    notCovered: ['plaintext_exported_or_printed', 'copies_never_registered', 'flash_superseded_key_blocks'],
    conditional,
    unitsRoot: unitsRoot(
      sha256,
      list.map((unit) => unitLeaf(sha256, unit.unitId, hash(unit.unitId).slice(0, 32))),
    ),
    audit: {
      origin: 'ashbook/9f3c2ad1',
      size: 18_204,
      root: hash('audit'),
      signature: toBase64(signBytes(canonicalJsonBytes(['audit']))),
    },
  };
}

export function exampleCertificate(units: number, conditional = false): EnvelopeOf<ElectronicContent> {
  return sealExample(exampleContent(units, conditional));
}

export function sealExample(content: ElectronicContent): EnvelopeOf<ElectronicContent> {
  return { ...sealCertificate(content, { sha256, sign: signBytes, publicKey }), content };
}
