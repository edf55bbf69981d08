import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../fixtures/consent.ts';
import { dpvClasses, dpvProperties } from '../fixtures/dpv-terms.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { publishThirdPartyForm } from '../fixtures/third-party.ts';
import { readPdf, withoutSpace } from '../unit/documents/read-pdf.ts';

let office: TestOffice;
let form: PublishedForm;
let folder: string;
beforeEach(async () => {
  office = await openTestOffice();
  const content = membershipForm((await findRules(office)).consented);
  content.title.ko = '회원 가입 동의';
  form = await publish(office, content);
  folder = mkdtempSync(join(tmpdir(), 'ashbook-receipts-'));
});
afterEach(async () => {
  await office.remove();
  rmSync(folder, { recursive: true, force: true });
});

const receiptOf = async (consentId: string, format: 'pdf' | 'jsonld' = 'pdf') => {
  const { bytes } = await office.as('clerk').call('collection.receipt', {
    ask: { consentId },
    format,
    languages: ['en'],
    to: { way: 'screen' },
  });
  return new Uint8Array(Buffer.from(bytes ?? '', 'base64'));
};
const pdfText = async (bytes: Uint8Array) => (await readPdf(bytes)).text.join('');

it.each(['en', 'ko'] as const)('says in %s what was on the screen, word for word', async (language) => {
  const { consentId, receiptCode } = await capture(office, form, { language, name: 'Anna 김' });
  const shown = await office
    .as('clerk')
    .call('collection.getNotice', { formVersionId: form.formVersionId, language });
  const pdf = await readPdf(await receiptOf(consentId));
  const text = pdf.text.join('');
  expect(pdf.language).toBe(language);
  expect(pdf.tagged).toBe(true);
  for (const line of shown.notice.lines) expect(text).toContain(withoutSpace(line.text));
  expect(text).toContain(shown.digest);
  expect(text).toContain(receiptCode);
  expect(text).toContain('Anna김');
  expect(text).toContain(withoutSpace(language === 'ko' ? '동의하지 않음' : 'Not agreed'));
  expect(text).toContain(
    withoutSpace(
      language === 'ko' ? '서비스 이용에는 제한이 없습니다' : 'you can use the service all the same',
    ),
  );
  expect(pdf.extent.left).toBeGreaterThan(50);
  expect(pdf.extent.right).toBeLessThan(545);
  // The same consent gives the same receipt, whenever it is printed again.
  expect(await receiptOf(consentId)).toEqual(await receiptOf(consentId));
});

it('says by which way, and of a child who consented', async () => {
  const telephone = {
    way: 'telephone',
    calledAt: '09:30',
    readBy: 2,
    witness: { kind: 'named', name: 'Ruth Meyer' },
  } as const;
  const { consentId } = await capture(office, form, { evidence: telephone });
  const text = await pdfText(await receiptOf(consentId));
  expect(text).toContain('Bytelephone,withawitness');
  expect(text).toContain('09:30,readbystaffno.2');
  // The witness is nobody the person needs to be told of.
  expect(text).not.toContain('Ruth');
});

it('prints a name in its own script, and says of one that no typeface has that it cannot be shown', async () => {
  const { consentId } = await capture(office, form, { name: 'محمد 张伟' });
  expect(await pdfText(await receiptOf(consentId))).toContain('محمد张伟');
  const { consentId: other } = await capture(office, form, { name: '\u{13080}\u{13081}' });
  const text = await pdfText(await receiptOf(other));
  expect(text).toContain('(inascriptthatthisprintcannotshow)');
  expect(text).not.toContain('□');
});

it('says what has been withdrawn since', async () => {
  const { consentId } = await capture(office, form);
  await office.as('clerk').call('collection.withdraw', { consentId, purposeIds: [form.essential] });
  expect(await pdfText(await receiptOf(consentId))).toContain('Agreed·Withdrew');
});

const jsonLd = z.looseObject({
  '@type': z.string(),
  'dct:identifier': z.string(),
  'dpv:hasRecordOfActivity': z.looseObject({
    'dpv:hasNotice': z.looseObject({ 'dct:identifier': z.string(), 'dct:description': z.string() }),
    'dpv:hasProcess': z.array(
      z.looseObject({ 'dpv:hasConsentStatus': z.array(z.looseObject({ '@type': z.array(z.string()) })) }),
    ),
  }),
});

it('is the same for machines, without anything that was collected', async () => {
  const { consentId, receiptCode } = await capture(office, form, {
    name: '한결하늘',
    telephone: '010-7391-8264',
  });
  const { digest } = await office
    .as('clerk')
    .call('collection.getNotice', { formVersionId: form.formVersionId, language: 'en' });
  const text = Buffer.from(await receiptOf(consentId, 'jsonld')).toString('utf8');
  const record = jsonLd.parse(JSON.parse(text));
  expect(record['@type']).toBe('dpv:ConsentReceipt');
  expect(record['dct:identifier']).toBe(receiptCode);
  const activity = record['dpv:hasRecordOfActivity'];
  expect(activity['dpv:hasNotice']['dct:identifier']).toBe(`sha256:${digest}`);
  expect(
    activity['dpv:hasProcess'].map((process) => process['dpv:hasConsentStatus'][0]?.['@type'][0]),
  ).toEqual(['dpv:ConsentGiven', 'dpv:ConsentRefused']);
  expect(text).not.toMatch(/한결하늘|7391-?8264/u);
});

/** Every term of the vocabulary that stands in a value: as a name of something, and as what something is. */
function dpvTermsIn(value: unknown): { properties: string[]; classes: string[] } {
  const found = { properties: [] as string[], classes: [] as string[] };
  const look = (part: unknown) => {
    if (typeof part === 'string' && part.startsWith('dpv:')) found.classes.push(part.slice(4));
    if (typeof part !== 'object' || part === null) return;
    for (const [name, inner] of Object.entries(part)) {
      if (name.startsWith('dpv:')) found.properties.push(name.slice(4));
      if (name !== '@context') look(inner);
    }
  };
  look(value);
  return found;
}

const something = z.union([z.string().min(1), z.looseObject({})]);
/** ISO/IEC TS 27560:2023, the structure of a record: header, processing, parties, events, as DOMAIN.md tells it. */
const structureOf27560 = z.looseObject({
  'dct:conformsTo': z.strictObject({ '@id': z.literal('https://w3id.org/dpv/schema/dpv-27560#receipt') }),
  'dct:identifier': z.string().min(1),
  'dpv:hasRecordOfActivity': z.looseObject({
    // Header: schema version, record id, principal id.
    'dct:conformsTo': z.strictObject({ '@id': z.literal('https://w3id.org/dpv/schema/dpv-27560#record') }),
    'dct:identifier': z.uuid(),
    'dpv:hasDataSubject': z.looseObject({ 'dct:identifier': z.uuid() }),
    // Processing: notice, language, jurisdiction, withdrawal method, and for each purpose what and how long.
    'dpv:hasNotice': z.looseObject({ 'dct:language': z.enum(['en', 'ko']), 'dct:description': something }),
    'dpv:hasJurisdiction': something,
    'dpv:hasConsentControl': z.looseObject({
      '@type': z.literal('dpv:WithdrawConsent'),
      'dct:description': something,
    }),
    'dpv:hasProcess': z
      .array(
        z.looseObject({
          'dpv:hasPurpose': z.looseObject({ 'skos:prefLabel': something }),
          'dpv:hasLegalBasis': something,
          'dpv:hasPersonalData': z.array(z.looseObject({ 'skos:prefLabel': something })).min(1),
          'dpv:hasStorageCondition': z.tuple([
            z.looseObject({ '@type': z.literal('dpv:StorageDuration'), 'dpv:hasDuration': something }),
            z.looseObject({ '@type': z.literal('dpv:StorageLocation'), 'dct:description': something }),
          ]),
          'dpv:hasRecipientThirdParty': z.array(z.looseObject({ 'dpv:hasName': something })),
          // Events: time, state, type, by whom and how.
          'dpv:hasConsentStatus': z
            .array(
              z.looseObject({
                '@type': z.tuple([z.string(), z.literal('dpv:ExplicitlyExpressedConsent')]),
                'dpv:isIndicatedAtTime': something,
                'dpv:isIndicatedBy': something,
                'dpv:hasIndicationMethod': something,
              }),
            )
            .min(1),
        }),
      )
      .min(1),
    // Parties.
    'dpv:hasDataController': z.looseObject({
      '@type': z.literal('dpv:DataController'),
      'dpv:hasName': something,
    }),
  }),
});

it('for machines has the structure of ISO/IEC TS 27560, in terms that the vocabulary has, and no others', async () => {
  const thirdParty = await publishThirdPartyForm(office);
  const { consentId } = await capture(office, thirdParty, { additional: true });
  await office.as('clerk').call('collection.withdraw', { consentId, purposeIds: [thirdParty.additional] });
  const record: unknown = JSON.parse(Buffer.from(await receiptOf(consentId, 'jsonld')).toString('utf8'));
  expect(() => structureOf27560.parse(record)).not.toThrow();
  const { properties, classes } = dpvTermsIn(record);
  expect(properties.length).toBeGreaterThan(20);
  expect(properties.filter((name) => !dpvProperties.has(name))).toEqual([]);
  expect(classes.filter((name) => !dpvClasses.has(name))).toEqual([]);
});

it('for machines is JSON-LD that says everything it holds, without asking any network', async () => {
  const { consentId } = await capture(office, form, { additional: true });
  const record: unknown = JSON.parse(Buffer.from(await receiptOf(consentId, 'jsonld')).toString('utf8'));
  const documentLoader = (url: string): never => {
    throw new Error(`${url} would be fetched`);
  };
  // In safe mode a processor refuses what it would otherwise leave out: names that no term of the context stands for.
  const expanded = await jsonld.expand(record, { safe: true, documentLoader });
  expect(expanded).toHaveLength(1);
  const statements = (await jsonld.toRDF(expanded, { format: 'application/n-quads', safe: true }))
    .trim()
    .split('\n');
  const dpv = 'https://w3id.org/dpv#';
  const withPredicate = (name: string) => statements.filter((line) => line.includes(` <${dpv}${name}> `));
  expect(withPredicate('hasRecordOfActivity')).toHaveLength(1);
  expect(withPredicate('hasProcess')).toHaveLength(2);
  expect(withPredicate('hasConsentStatus')).toHaveLength(2);
  // Times are times, not words.
  expect(withPredicate('isIndicatedAtTime')[0]).toContain('XMLSchema#date');
});

it('names the third parties, what they use it for and how long, as the form tells it', async () => {
  const thirdParty = await publishThirdPartyForm(office);
  const { consentId } = await capture(office, thirdParty, { additional: true, language: 'ko' });
  const printed = await pdfText(await receiptOf(consentId));
  for (const part of ['한강보험', '단체보험 가입', '1년']) expect(printed).toContain(withoutSpace(part));
  const machine = Buffer.from(await receiptOf(consentId, 'jsonld')).toString('utf8');
  for (const part of ['한강보험', '단체보험 가입']) expect(machine).toContain(part);
  // What the office calls it later changes no receipt.
  await office.as('reviewer').call('provision.changeRecipient', {
    recipientId: thirdParty.recipientId,
    name: '다른 이름',
    contact: '',
    country: 'KR',
  });
  expect(await pdfText(await receiptOf(consentId))).toContain('한강보험');
});

it('handed over is no copy of the office’s; as a file it is one, and looking is a use', async () => {
  const { consentId, personId } = await capture(office, form);
  const clerk = office.as('clerk');
  const ask = { consentId };
  const printed = { ask, format: 'pdf' as const, languages: ['en' as const] } satisfies Partial<
    ChannelInput<'collection.receipt'>
  >;
  const handed = await clerk.call('collection.receipt', {
    ...printed,
    to: { way: 'print', keptBy: 'person', where: '' },
  });
  expect(handed).toMatchObject({ personalData: 'person', copyReference: null });
  const path = join(folder, 'receipt.pdf');
  const saved = await clerk.call('collection.receipt', {
    ...printed,
    to: { way: 'file', path, replace: false },
  });
  expect(saved.copyReference).toBe('KC-0001');
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  const { uses } = await office
    .as('reviewer')
    .call('provision.listUses', { filter: null, limit: 10, offset: 0 });
  expect(uses.map(({ kind }) => kind)).toEqual(['export', 'print']);
  expect(uses.every((use) => JSON.stringify(use).includes(personId))).toBe(true);
  expect(
    (await office.as('reviewer').refused('collection.receipt', { ...printed, to: { way: 'screen' } })).code,
  ).toBe('forbidden');
});
