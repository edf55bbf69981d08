import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { destroy, dueUnits } from '../fixtures/order.ts';
import { readPdf } from '../unit/documents/read-pdf.ts';

let office: TestOffice;
let number = '';
beforeAll(async () => {
  office = await openTestOffice();
  await office.as('administrator').call('register.describeStorageMedium', {
    manufacturer: 'Samsung',
    model: 'SSD 990 PRO 1TB',
    serialNumber: 'S6Z1NJ0W123465',
    propertyNumber: 'IT-2024-0117',
    mediumType: 'solid_state_drive',
    source: 'GARAM-PC-03',
    categorization: 'moderate',
  });
  const form = await publishMembership(office);
  await capture(office, form, { givenOn: '2025-01-10' });
  number = await destroy(office, await dueUnits(office));
});
afterAll(() => office.remove());

async function certificate(of: string) {
  const { certificate: envelope, ...rest } = await office
    .as('reviewer')
    .call('register.getCertificate', { number: of });
  if (envelope.content.kind !== 'electronic') throw new Error('another kind of certificate');
  return { ...rest, digest: envelope.digest, content: envelope.content };
}

async function correction(of: string, change: { serialNumber?: string } = {}) {
  const { content, digest } = await certificate(of);
  const [medium] = content.media;
  if (medium === undefined) throw new Error('no medium');
  const { toldBySystem: _, method: __, destination: ___, ...described } = medium;
  const { fileSystem: ____, ...storageFacts } = content.storageFacts;
  return {
    number: of,
    digest,
    reason: 'entered_wrongly' as const,
    correction: {
      officeName: content.office.name,
      medium: { ...described, ...change },
      storageFacts,
    },
  };
}

async function pdfOf(of: string): Promise<string> {
  const { bytes } = await office.as('reviewer').call('register.certificate', {
    ask: { number: of },
    format: 'pdf',
    languages: ['en'],
    to: { way: 'screen' },
  });
  return (await readPdf(new Uint8Array(Buffer.from(bytes ?? '', 'base64')))).text.join('');
}

describe('a certificate says of its medium', () => {
  it('what was entered, what the system tells, and that nothing was done to it as a whole', async () => {
    const { content } = await certificate(number);
    expect(content.media).toEqual([
      expect.objectContaining({
        manufacturer: 'Samsung',
        serialNumber: 'S6Z1NJ0W123465',
        propertyNumber: 'IT-2024-0117',
        toldBySystem: [],
        method: 'none',
        destination: 'stays_in_use',
      }),
    ]);
    const text = await pdfOf(number);
    expect(text).toContain('S6Z1NJ0W123465');
    expect(text).toContain('NoneofClear,PurgeorDestroywasapplied');
  });
});

describe('a correction', () => {
  it('is a certificate of its own; the other stays as it was', async () => {
    const before = await certificate(number);
    const printed = await pdfOf(number);
    expect(
      (await office.as('reviewer').refused('register.supersedeCertificate', await correction(number))).code,
    ).toBe('certificate_nothing_different');
    const answer = await office
      .as('reviewer')
      .call('register.supersedeCertificate', await correction(number, { serialNumber: 'S6Z1NJ0W123456' }));
    const after = await certificate(answer.number);
    expect(after.content.supersedes).toMatchObject({
      number,
      digest: before.digest,
      reason: 'entered_wrongly',
      changes: [{ member: 'media.0.serialNumber', before: '"S6Z1NJ0W123465"', after: '"S6Z1NJ0W123456"' }],
    });
    expect(after.signatureValid).toBe(true);
    const still = await certificate(number);
    expect(still.content).toEqual(before.content);
    expect(still.supersededBy).toBe(answer.number);
    // What is printed of it is what was printed.
    expect(await pdfOf(number)).toBe(printed);
    const text = await pdfOf(answer.number);
    expect(text).toContain(`SupersedesNo.${number}`);
    expect(text).toContain('media.0.serialNumber');
    const { certificates } = await office.call('register.listCertificates', { limit: 10, offset: 0 });
    expect(certificates.map((row) => [row.number, row.supersedes, row.supersededBy])).toEqual([
      [answer.number, number, null],
      [number, null, answer.number],
    ]);
    const { result } = await office.as('auditor').call('register.verifyAuditLog', {});
    expect(result).toBe('pass');
  });

  it('is corrected itself, never the first one again', async () => {
    const twice = await correction(number, { serialNumber: 'X1' });
    const refusal = await office.as('reviewer').refused('register.supersedeCertificate', twice);
    expect(refusal.code).toBe('certificate_superseded');
    const { supersededBy } = await certificate(number);
    const next = await office
      .as('reviewer')
      .call('register.supersedeCertificate', await correction(supersededBy ?? '', { serialNumber: 'X2' }));
    expect((await certificate(next.number)).content.supersedes?.number).toBe(supersededBy);
  });

  it('is not made by whoever only reads, nor of something else than what was shown', async () => {
    const wanted = await correction(number, { serialNumber: 'X3' });
    expect((await office.as('auditor').refused('register.supersedeCertificate', wanted)).code).toBe(
      'forbidden',
    );
    const other = { ...wanted, digest: 'ab'.repeat(32) };
    expect((await office.as('reviewer').refused('register.supersedeCertificate', other)).code).toBe(
      'certificate_changed',
    );
  });
});
