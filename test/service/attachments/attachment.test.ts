import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attach, jpegOf, pdfOf, pngOf, readBack, sha256Of, tiffOf } from '../../fixtures/attachment.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { approvedOrder, destroy, dueUnits, execute, releaseHold } from '../../fixtures/order.ts';

let office: TestOffice;
let form: Awaited<ReturnType<typeof publishMembership>>;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
});
afterEach(() => office.remove());

const chunk = 1024 * 1024;
const recent = '2026-04-01';
const old = '2025-01-10';
const unitOf = ({ units }: { units: { unitId: string }[] }) => units[0]?.unitId ?? '';
const person = async (giving = {}) => capture(office, form, { givenOn: recent, ...giving });
const filesIn = () => {
  const folder = join(office.folder, 'attachments');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const openPerson = (personId: string) =>
  office.as('clerk').call('collection.openPerson', { personId, reason: 'serve_person' });

describe('adding and reading', () => {
  it.each([
    ['one below a chunk', chunk - 1],
    ['a chunk', chunk],
    ['one above a chunk', chunk + 1],
    ['two chunks and something', 2 * chunk + 4711],
  ])('brings back %s as it was', async (_, bytes) => {
    const unitId = unitOf(await person());
    const content = jpegOf(bytes);
    const added = await attach(office, unitId, content, '진단서.jpg');
    expect(added).toMatchObject({ unitId, fileName: '진단서.jpg', type: 'image/jpeg', bytes });
    expect(added.sha256).toBe(sha256Of(content));
    expect((await readBack(office, added.attachmentId)).equals(content)).toBe(true);
  });

  it('takes each kind of file by its content', async () => {
    const unitId = unitOf(await person());
    const files = { 'application/pdf': pdfOf(2000), 'image/png': pngOf(), 'image/tiff': tiffOf('MM') };
    for (const [type, content] of Object.entries(files)) {
      expect(await attach(office, unitId, content, 'named-wrongly.txt')).toMatchObject({ type });
    }
    expect(filesIn()).toHaveLength(3);
  });

  it('lists what is attached to a person, under the name it had, and nothing of it in clear', async () => {
    const one = await person();
    await person({ name: '다른 사람' });
    await attach(office, unitOf(one), pdfOf(3000, 'MARKERINFILE'), 'MARKERINNAME 계약서.pdf');
    const { attachments } = await openPerson(one.personId);
    expect(attachments).toMatchObject([
      { fileName: 'MARKERINNAME 계약서.pdf', consentId: one.consentId, staffNumber: 2 },
    ]);
    const inFiles = () =>
      readdirSync(office.folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(office.folder, name)).isFile())
        .filter(
          (name) => name.includes('MARKER') || readFileSync(join(office.folder, name)).includes('MARKER'),
        );
    expect(inFiles()).toEqual([]);
    await office.restart();
    expect(inFiles()).toEqual([]);
  });

  it('enters reading in the use log, and reads nothing that was not opened', async () => {
    const one = await person();
    const { attachmentId } = await attach(office, unitOf(one), pdfOf(500));
    const clerk = office.as('clerk');
    const uses = async () =>
      (await clerk.call('provision.listUses', { filter: null, limit: 50, offset: 0 })).total;
    expect((await clerk.refused('collection.readAttachment', { attachmentId, index: 0 })).code).toBe(
      'attachment_not_opened',
    );
    const before = await uses();
    await readBack(office, attachmentId);
    expect(await uses()).toBe(before + 1);
    expect((await clerk.refused('collection.readAttachment', { attachmentId, index: 1 })).code).toBe(
      'attachment_chunk_unknown',
    );
    await clerk.call('office.lock', {});
    expect((await clerk.refused('collection.readAttachment', { attachmentId, index: 0 })).code).toBe(
      'attachment_not_opened',
    );
  });
});

describe('what is refused', () => {
  const disguised: [string, Buffer][] = [
    ['an empty file', Buffer.alloc(0)],
    ['one byte', Buffer.from('%')],
    ['a text', Buffer.from('Name,Telephone\n')],
    ['a web page that names a PDF', Buffer.from('<html>%PDF-1.7 ... %%EOF</html>')],
    ['a program', Buffer.concat([Buffer.from('MZ'), pdfOf(500)])],
    ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), pngOf()])],
    ['a PDF without its end', pdfOf(5000).subarray(0, 4000)],
    ['a PNG without its end', pngOf().subarray(0, 60)],
    ['a PNG of no width', Buffer.from(pngOf()).fill(0, 16, 20)],
    ['the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a JPEG mark before a text', Buffer.from('\xff\xd8\xff\xe0\0\u0010JFIF not a picture', 'latin1')],
    ['a TIFF mark before a text', Buffer.from('II*\0 and so on, and so on')],
    ['a GIF', Buffer.from('GIF89a\u0001\0\u0001\0')],
  ];
  it.each(disguised)('%s, whatever it is called', async (_, content) => {
    const unitId = unitOf(await person());
    await expect(attach(office, unitId, content, 'contract.pdf')).rejects.toMatchObject({
      error: { code: 'attachment_type_unknown' },
    });
    expect(filesIn()).toEqual([]);
  });

  it('a file above 50 MB, before anything of it is sent', async () => {
    const unitId = unitOf(await person());
    const error = await office
      .as('clerk')
      .refused('collection.beginAttachment', { unitId, fileName: 'scan.pdf', bytes: 50 * chunk + 1 });
    expect(error).toMatchObject({ code: 'attachment_too_large', params: { megabytes: 50 } });
  });

  it('pieces out of turn, of the wrong length, too few and altered ones', async () => {
    const unitId = unitOf(await person());
    const clerk = office.as('clerk');
    const content = jpegOf(2 * chunk + 10);
    const begin = () =>
      clerk.call('collection.beginAttachment', { unitId, fileName: 'scan.jpg', bytes: content.length });
    const piece = (index: number) => content.subarray(index * chunk, (index + 1) * chunk).toString('base64');
    const { attachmentId } = await begin();
    const send = (index: number, sent: string) =>
      clerk.answer('collection.appendAttachment', { attachmentId, index, chunk: sent });
    const refused = { ok: false, error: { code: 'attachment_chunk_unexpected' } };
    expect(await send(1, piece(1))).toMatchObject(refused);
    expect(await send(0, piece(2))).toMatchObject(refused);
    expect(await send(0, piece(0))).toMatchObject({ ok: true });
    expect(await send(0, piece(0))).toMatchObject(refused);
    expect(await send(2, piece(2))).toMatchObject(refused);
    expect(await send(1, piece(1))).toMatchObject({ ok: true });
    const sha256 = sha256Of(content);
    expect((await clerk.refused('collection.finishAttachment', { attachmentId, sha256 })).code).toBe(
      'attachment_incomplete',
    );
    expect(await send(2, piece(2))).toMatchObject({ error: { code: 'attachment_upload_unknown' } });
    expect(filesIn()).toEqual([]);
  });

  it('what differs from what was sent', async () => {
    const unitId = unitOf(await person());
    const clerk = office.as('clerk');
    const content = pdfOf(900);
    const { attachmentId } = await clerk.call('collection.beginAttachment', {
      unitId,
      fileName: 'scan.pdf',
      bytes: 900,
    });
    await clerk.call('collection.appendAttachment', {
      attachmentId,
      index: 0,
      chunk: content.toString('base64'),
    });
    const sha256 = sha256Of(Buffer.from('another'));
    expect((await clerk.refused('collection.finishAttachment', { attachmentId, sha256 })).code).toBe(
      'attachment_differs',
    );
    expect(filesIn()).toEqual([]);
  });

  it('a fifth file at the same time', async () => {
    const unitId = unitOf(await person());
    const clerk = office.as('clerk');
    const input = { unitId, fileName: 'scan.pdf', bytes: 900 };
    for (let count = 0; count < 4; count += 1) await clerk.call('collection.beginAttachment', input);
    expect((await clerk.refused('collection.beginAttachment', input)).code).toBe('attachment_uploads_open');
  });

  it('a file for what was withdrawn, or is to be destroyed', async () => {
    const one = await person();
    const input = { unitId: unitOf(one), fileName: 'scan.pdf', bytes: 900 };
    await office
      .as('clerk')
      .call('collection.withdraw', { consentId: one.consentId, purposeIds: [form.essential] });
    expect((await office.as('clerk').refused('collection.beginAttachment', input)).code).toBe(
      'attachment_unit_closed',
    );
  });
});

describe('a file that is not finished', () => {
  it.each(['office.lock', 'office.signOut'] as const)('ends with %s', async (channel) => {
    const unitId = unitOf(await person());
    const clerk = office.as('clerk');
    const { attachmentId } = await clerk.call('collection.beginAttachment', {
      unitId,
      fileName: 'scan.pdf',
      bytes: 900,
    });
    expect(filesIn()).toHaveLength(1);
    await office.call(channel, {});
    expect(filesIn()).toEqual([]);
    const answer = await clerk.refused('collection.appendAttachment', { attachmentId, index: 0, chunk: '' });
    expect(answer.code).toBe('attachment_upload_unknown');
  });

  it('can be given up', async () => {
    const unitId = unitOf(await person());
    const clerk = office.as('clerk');
    const input = { unitId, fileName: 'scan.pdf', bytes: 900 };
    const { attachmentId } = await clerk.call('collection.beginAttachment', input);
    expect(await clerk.call('collection.cancelAttachment', { attachmentId })).toEqual({ cancelled: true });
    expect(await clerk.call('collection.cancelAttachment', { attachmentId })).toEqual({ cancelled: false });
    expect(filesIn()).toEqual([]);
  });

  it('and a file that no record names are gone after the office was opened again', async () => {
    const { attachmentId } = await attach(office, unitOf(await person()), pdfOf(900));
    await office.restart();
    const folder = join(office.folder, 'attachments');
    writeFileSync(join(folder, crypto.randomUUID()), 'orphan');
    writeFileSync(join(folder, `.${crypto.randomUUID()}.0123456789abcdef.tmp`), 'half');
    await office.as('clerk').call('office.home', {});
    expect(filesIn()).toEqual([attachmentId]);
  });
});

describe('removing', () => {
  it('takes out row and file, with an entry', async () => {
    const one = await person();
    const { attachmentId } = await attach(office, unitOf(one), pdfOf(900));
    const clerk = office.as('clerk');
    expect(await clerk.call('collection.removeAttachment', { attachmentId })).toEqual({
      personId: one.personId,
    });
    expect(filesIn()).toEqual([]);
    expect((await openPerson(one.personId)).attachments).toEqual([]);
    expect((await clerk.refused('collection.removeAttachment', { attachmentId })).code).toBe('not_found');
  });

  it('is refused under a hold and on an order', async () => {
    const one = await person({ givenOn: old });
    const { attachmentId } = await attach(office, unitOf(one), pdfOf(900));
    const { holdId } = await office.as('reviewer').call('retention.placeHold', {
      unitIds: [unitOf(one)],
      reason: '소송',
      authority: '법원',
    });
    const refusal = () => office.as('clerk').refused('collection.removeAttachment', { attachmentId });
    expect((await refusal()).code).toBe('attachment_unit_held');
    await releaseHold(office, holdId);
    await approvedOrder(office, await dueUnits(office));
    expect((await refusal()).code).toBe('attachment_unit_ordered');
  });
});

describe('destruction', () => {
  it('destroys the files of the units and counts them on the certificate', async () => {
    const gone = await person({ givenOn: old });
    const kept = await person({ name: '남는 사람' });
    await attach(office, unitOf(gone), pdfOf(900));
    await attach(office, unitOf(gone), jpegOf(chunk + 5));
    const remaining = await attach(office, unitOf(kept), pdfOf(901));
    const number = await destroy(office, await dueUnits(office));
    expect(filesIn()).toEqual([remaining.attachmentId]);
    const { certificate } = await office.as('auditor').call('register.getCertificate', { number });
    expect(certificate.content).toMatchObject({ counts: { attachments: 2, units: 1 } });
    const check = 'attachments_absent';
    expect(certificate.content).toMatchObject({
      verification: expect.arrayContaining([
        expect.objectContaining({
          check,
          result: 'pass',
          compared: expect.objectContaining({ attachmentsLookedFor: 2, filesFound: 0, attachmentsKept: 1 }),
        }),
      ]),
    });
    expect((await readBack(office, remaining.attachmentId)).equals(pdfOf(901))).toBe(true);
  });

  it('keeps what belongs to a purpose that is kept, under the new key', async () => {
    const first = await person({ givenOn: old });
    const second = await person({ personId: first.personId, additional: true });
    await attach(office, unitOf(first), pdfOf(900));
    const content = jpegOf(2 * chunk);
    const remaining = await attach(office, unitOf(second), content);
    const file = join(office.folder, 'attachments', remaining.attachmentId);
    const sealedBefore = sha256Of(readFileSync(file));
    await destroy(office, await dueUnits(office));
    expect(filesIn()).toEqual([remaining.attachmentId]);
    // Only the key was sealed anew; the file was not written again.
    expect(sha256Of(readFileSync(file))).toBe(sealedBefore);
    await office.restart();
    expect((await readBack(office, remaining.attachmentId)).equals(content)).toBe(true);
  });

  it('is not certified while a file lies there that nothing explains, and is once it is gone', async () => {
    const gone = await person({ givenOn: old });
    await attach(office, unitOf(gone), pdfOf(900));
    const order = await approvedOrder(office, await dueUnits(office));
    const stray = join(office.folder, 'attachments', crypto.randomUUID());
    await office.as('operator').call('office.home', {});
    writeFileSync(stray, 'stray');
    const outcome = await execute(office, order);
    expect(outcome).toMatchObject({ state: 'unverified', certificateNumber: null });
    expect(outcome.verification.find(({ check }) => check === 'attachments_absent')).toMatchObject({
      result: 'fail',
      compared: { filesUnnamed: 1 },
    });
    const again = await office.as('operator').call('destruction.verifyOrder', { orderId: order.orderId });
    expect(again.state).toBe('destroyed');
  });

  it('ends what is being added at that moment', async () => {
    const gone = await person({ givenOn: old });
    const kept = await person({ name: '남는 사람' });
    await attach(office, unitOf(gone), pdfOf(900));
    const order = await approvedOrder(office, await dueUnits(office));
    await office.as('clerk').call('collection.beginAttachment', {
      unitId: unitOf(kept),
      fileName: 'scan.pdf',
      bytes: 900,
    });
    expect(await execute(office, order)).toMatchObject({
      state: 'destroyed',
    });
    expect(filesIn()).toEqual([]);
  });
});

it('a file that is missing or was altered is named, not shown', async () => {
  const unitId = unitOf(await person());
  const { attachmentId } = await attach(office, unitId, pdfOf(900));
  const file = join(office.folder, 'attachments', attachmentId);
  writeFileSync(file, 'something else');
  await expect(readBack(office, attachmentId)).rejects.toMatchObject({
    error: { code: 'attachment_damaged' },
  });
  rmSync(file);
  await expect(readBack(office, attachmentId)).rejects.toMatchObject({
    error: { code: 'attachment_missing' },
  });
});
