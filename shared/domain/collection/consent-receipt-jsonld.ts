import type { ConsentWay } from './consent-evidence.ts';
import type { ConsentReceipt } from './consent-receipt.ts';

/**
 * A receipt for machines: the structure of ISO/IEC TS 27560:2023 in the vocabulary of W3C DPV 2 (https://w3id.org/dpv), as the
 * community group's guide lays it out: a receipt that holds the consent record, the record a process a purpose, each with its own
 * state. It names the person by an opaque id and the receipt code, and carries no value that was collected.
 */
export function receiptJsonLd(receipt: ConsentReceipt): Record<string, unknown> {
  const record = `urn:uuid:${receipt.consentId}`;
  const controller = `urn:uuid:${receipt.office.id}`;
  const said = (text: { en: string; ko: string }) => text[receipt.language];
  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      dct: 'http://purl.org/dc/terms/',
      skos: 'http://www.w3.org/2004/02/skos/core#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      '@language': receipt.language,
    },
    '@id': `urn:ashbook:receipt:${receipt.receiptCode}`,
    '@type': 'dpv:ConsentReceipt',
    'dct:conformsTo': { '@id': 'https://w3id.org/dpv/schema/dpv-27560#receipt' },
    'dct:identifier': receipt.receiptCode,
    'dct:created': instantValue(receipt.recordedAt),
    'dct:language': receipt.language,
    'dct:publisher': { '@id': controller },
    'dpv:hasRecordOfActivity': {
      '@id': record,
      '@type': 'dpv:ConsentRecord',
      'dct:conformsTo': { '@id': 'https://w3id.org/dpv/schema/dpv-27560#record' },
      'dct:identifier': receipt.consentId,
      'dct:created': instantValue(receipt.recordedAt),
      'dpv:hasDataSubject': {
        '@id': `urn:uuid:${receipt.personId}`,
        '@type': receipt.guardian === null ? 'dpv:DataSubject' : ['dpv:DataSubject', 'dpv:Child'],
        'dct:identifier': receipt.personId,
      },
      'dpv:hasDataController': {
        '@id': controller,
        '@type': 'dpv:DataController',
        'dpv:hasName': receipt.office.name,
      },
      'dpv:hasJurisdiction': receipt.office.jurisdiction,
      'dpv:hasNotice': {
        '@type': 'dpv:ConsentNotice',
        'dct:identifier': `sha256:${receipt.noticeDigest}`,
        'dct:title': said(receipt.formTitle),
        'dct:hasVersion': String(receipt.formVersion),
        'dct:language': receipt.language,
        'dct:description': receipt.notice.lines.map(({ text }) => text).join('\n'),
      },
      'dpv:hasConsentControl': {
        '@type': 'dpv:WithdrawConsent',
        'dct:description': withdrawal[receipt.language],
      },
      'dpv:hasProcess': receipt.purposes.map((purpose) => ({
        '@id': `urn:uuid:${purpose.purposeId}`,
        '@type': 'dpv:Process',
        'dct:title': said(purpose.name),
        'dpv:hasPurpose': { '@type': 'dpv:Purpose', 'skos:prefLabel': said(purpose.name) },
        'dpv:hasLegalBasis': { '@id': legalBases[purpose.lawfulBasis] },
        'dpv:hasPersonalData': purpose.items.map((item) => ({
          '@type': item.sensitivity === 'ordinary' ? 'dpv:PersonalData' : 'dpv:SensitivePersonalData',
          'dct:identifier': item.code,
          'skos:prefLabel': said(item.label),
          'dpv:hasNecessity': { '@id': item.kind === 'required' ? 'dpv:Required' : 'dpv:Optional' },
        })),
        'dpv:hasStorageCondition': [
          {
            '@type': 'dpv:StorageDuration',
            'dpv:hasDuration': { '@value': purpose.period, '@type': 'xsd:duration' },
            ...(purpose.keptThrough === null ? {} : { 'dct:valid': dateValue(purpose.keptThrough) }),
          },
          { '@type': 'dpv:StorageLocation', 'dct:description': storage[receipt.language] },
        ],
        'dpv:hasRecipientThirdParty': purpose.recipients.map((recipient) => ({
          '@type': 'dpv:ThirdParty',
          'dpv:hasName': recipient.name,
          'dpv:hasPurpose': recipient.purpose,
          'dpv:hasDuration': recipient.period,
        })),
        'dpv:hasConsentStatus': statesOf(receipt, purpose),
      })),
    },
  };
}

/** Events in order: what was answered, and what it has come to since. */
function statesOf(receipt: ConsentReceipt, purpose: ConsentReceipt['purposes'][number]) {
  if (purpose.answer === null) return [];
  const by =
    receipt.guardian === null
      ? { '@id': `urn:uuid:${receipt.personId}` }
      : { '@type': 'dpv:ParentOfDataSubject' };
  const state = (type: string, on: string) => ({
    '@type': [states[type] ?? 'dpv:ConsentUnknown', 'dpv:ExplicitlyExpressedConsent'],
    'dpv:isIndicatedAtTime': dateValue(on),
    'dpv:isIndicatedBy': by,
    'dpv:hasIndicationMethod': methods[receipt.way],
  });
  return [
    state(purpose.answer, receipt.givenOn),
    ...(purpose.since === null ? [] : [state(purpose.since.type, purpose.since.on)]),
  ];
}

const states: Readonly<Record<string, string>> = {
  given: 'dpv:ConsentGiven',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
  renewed: 'dpv:RenewedConsentGiven',
  expired: 'dpv:ConsentExpired',
};

const legalBases: Readonly<Record<ConsentReceipt['purposes'][number]['lawfulBasis'], string>> = {
  consent: 'dpv:Consent',
  contract: 'dpv:Contract',
  legal_obligation: 'dpv:LegalObligation',
  vital_interests: 'dpv:VitalInterest',
  public_task: 'dpv:PublicInterest',
  legitimate_interests: 'dpv:LegitimateInterest',
};

const methods: Readonly<Record<ConsentWay, string>> = {
  screen: 'signature drawn on the screen at the desk',
  paper: 'signature on paper',
  telephone: 'spoken consent by telephone, with a witness',
  imported: 'recorded elsewhere',
};

const withdrawal = {
  en: 'In person at the office, in writing or by telephone, at any time and without a reason; the receipt code names the consent.',
  ko: '사무소 방문, 서면 또는 전화로 언제든지 사유 없이 철회할 수 있으며, 접수 확인 번호를 알려 주시면 됩니다.',
} as const;

const storage = {
  en: 'encrypted, on a computer of the office',
  ko: '사무소 컴퓨터에 암호화하여 보관',
} as const;

function instantValue(value: string) {
  return { '@value': value, '@type': 'xsd:dateTime' };
}

function dateValue(value: string) {
  return { '@value': value, '@type': 'xsd:date' };
}
