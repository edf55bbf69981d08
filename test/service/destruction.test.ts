import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../main/storage/cryptography.ts';
import { electronicContentOf, unitLeaf, unitsRoot } from '../../shared/domain/register/certificate.ts';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, destroy, dueUnits, execute } from '../fixtures/order.ts';

let office: TestOffice;
/** One year, on consent alone. */
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publish(office, membershipForm((await findRules(office)).consented));
});
afterEach(() => office.remove());

const old = '2025-01-10';
const recent = '2026-04-01';
const unitsOf = (captured: { units: { unitId: string }[] }) => captured.units.map((unit) => unit.unitId);
const dataKeyOf = (personId: string) =>
  office.storage.database.value<string>('SELECT data_key_id FROM people WHERE id = ?', [personId]) ?? '';
const openPerson = (personId: string) =>
  office.as('clerk').call('collection.openPerson', { personId, reason: 'serve_person' });

describe('of a person of whom nothing is kept', () => {
  it('leaves no row, no key and no way of finding them', async () => {
    const gone = await capture(office, form, { name: '한결', givenOn: old, additional: true });
    const kept = await capture(office, form, { name: '다솜', givenOn: recent });
    const key = dataKeyOf(gone.personId);
    const epoch = office.storage.epoch;
    await destroy(office, await dueUnits(office));

    const { database, vault } = office.storage;
    expect(vault.hasDataKey(key)).toBe(false);
    expect(office.storage.epoch).toBeGreaterThan(epoch);
    for (const table of ['people', 'consents', 'record_units']) {
      expect([table, database.value(`SELECT count(*) FROM ${table}`)]).toEqual([table, 1]);
    }
    expect(database.value('SELECT count(*) FROM consent_events')).toBe(2);
    expect(database.value('SELECT count(*) FROM execution_samples')).toBe(0);
    expect((await openPerson(kept.personId)).name).toBe('다솜');
    const desk = office.as('clerk');
    const reason = 'serve_person' as const;
    expect((await desk.refused('collection.openPerson', { personId: gone.personId, reason })).code).toBe(
      'not_found',
    );
    expect((await desk.refused('collection.openConsent', { consentId: gone.consentId, reason })).code).toBe(
      'not_found',
    );
    expect(await desk.call('collection.listPeople', { search: '한결', limit: 10, offset: 0 })).toEqual({
      total: 0,
      people: [],
    });
  });

  it('still stands after a restart', async () => {
    await capture(office, form, { name: '한결', givenOn: old });
    const kept = await capture(office, form, { name: '다솜', givenOn: recent });
    await destroy(office, await dueUnits(office));
    await office.restart();
    expect((await openPerson(kept.personId)).name).toBe('다솜');
    expect(await office.as('auditor').call('register.verifyAuditLog', {})).toMatchObject({ result: 'pass' });
  });
});

describe('of a person of whom something is kept', () => {
  it('keeps the other consent, under a new key, and destroys the old key', async () => {
    const first = await capture(office, form, { name: '한결', givenOn: old, signaturePath: 'M1 1L2 2' });
    const second = await capture(office, form, {
      name: '한결',
      personId: first.personId,
      givenOn: recent,
      additional: true,
      note: '저녁 연락',
      signaturePath: 'M3 3L4 4',
    });
    const oldKey = dataKeyOf(first.personId);
    await destroy(office, unitsOf(first));

    const newKey = dataKeyOf(first.personId);
    expect(newKey).not.toBe(oldKey);
    expect(office.storage.vault.hasDataKey(oldKey)).toBe(false);
    const person = await openPerson(first.personId);
    expect(person.name).toBe('한결');
    expect(person.consents.map((consent) => consent.consentId)).toEqual([second.consentId]);
    const values = person.consents[0]?.purposes.flatMap((purpose) =>
      purpose.values.map(({ itemCode, value }) => [itemCode, value]),
    );
    expect(values).toEqual([
      ['telephone', '010-1234-5678'],
      ['email', 'hong@example.org'],
      ['request_note', '저녁 연락'],
    ]);
    const opened = await office
      .as('clerk')
      .call('collection.openConsent', { consentId: second.consentId, reason: 'serve_person' });
    expect(opened).toMatchObject({
      evidence: { signature: { path: 'M3 3L4 4' } },
      receiptCode: second.receiptCode,
    });
    expect(
      (
        await office
          .as('clerk')
          .refused('collection.openConsent', { consentId: first.consentId, reason: 'serve_person' })
      ).code,
    ).toBe('not_found');
  });

  it('keeps the consent of which one purpose goes, with its evidence', async () => {
    const rules = await findRules(office);
    const purchase = await publish(office, membershipForm(rules.obliged, rules.consented));
    const { personId, consentId, units } = await capture(office, purchase, {
      name: '다솜',
      additional: true,
      givenOn: old,
    });
    const [essential, additional] = units;
    expect(await dueUnits(office)).toEqual([additional?.unitId]);
    await destroy(office, await dueUnits(office));
    const person = await openPerson(personId);
    expect(person.consents[0]?.purposes.map(({ unit, values }) => [unit?.unitId, values.length])).toEqual([
      [essential?.unitId, 1],
      [undefined, 0],
    ]);
    const opened = await office
      .as('clerk')
      .call('collection.openConsent', { consentId, reason: 'serve_person' });
    expect(opened.answers.map(({ answer }) => answer)).toEqual(['given', 'given']);
    // What is gone can still be withdrawn, and there is nothing left to make due.
    expect(
      await office.as('clerk').call('collection.withdraw', { consentId, purposeIds: [purchase.additional] }),
    ).toEqual({ units: [] });
  });
});

describe('a certificate', () => {
  it('states the facts: units, counts, people who acted, epochs, checks', async () => {
    const gone = await capture(office, form, { name: '한결', givenOn: old, additional: true });
    const partly = await capture(office, form, { name: '다솜', givenOn: old });
    await capture(office, form, { name: '다솜', givenOn: recent, personId: partly.personId });
    const epochBefore = office.storage.epoch;
    const order = await approvedOrder(office, [...unitsOf(gone), ...unitsOf(partly)]);
    office.clock.advance({ minutes: 7 });
    const outcome = await execute(office, order);
    const number = outcome.certificateNumber ?? '';
    const { certificate, signatureValid } = await office
      .as('operator')
      .call('register.getCertificate', { number });
    expect(signatureValid).toBe(true);
    const content = electronicContentOf(certificate);
    expect(content).toMatchObject({
      number: '2026-0001',
      office: { name: '가람 지점 · Garam Branch' },
      issuedAt: '2026-05-04T01:07:00.000Z',
      timeZone: 'Asia/Seoul',
      order: {
        number: 'D-2026-0001',
        digest: order.digest,
        requester: { user: { staffNumber: 3, roles: ['reviewer'] }, at: '2026-05-04T01:00:00.000Z' },
        approvals: [{ user: { staffNumber: 4, roles: ['reviewer'] } }],
        operator: { user: { staffNumber: 5, roles: ['operator'] }, at: '2026-05-04T01:07:00.000Z' },
      },
      // Two people are concerned. Two consents lost their last unit and one person everything: six payloads are gone.
      counts: { units: 3, people: 2, payloads: 6, attachments: 0 },
      method: { epochBefore, epochAfter: office.storage.epoch, cipher: { pages: 'aegis' } },
      conditional: false,
    });
    expect(content.units.map((unit) => unit.unitId).sort()).toEqual(
      [...unitsOf(gone), ...unitsOf(partly)].sort(),
    );
    for (const unit of content.units) {
      expect(unit).toMatchObject({
        triggeredOn: old,
        keptThrough: '2026-01-10',
        dueOn: '2026-01-11',
        cause: 'period_ends',
        basis: { en: "PIPA art. 15(1)1, the person's consent" },
      });
    }
    expect(content.verification).toEqual(outcome.verification);
    expect(content.verification.every(({ result }) => result === 'pass')).toBe(true);
    expect(content.notVerified.length + content.notCovered.length).toBeGreaterThan(3);
    expect(JSON.stringify(certificate)).not.toMatch(/한결|다솜|010-1234|hong@|이소연|박지훈|최미나/);
  });

  it('commits to each destroyed unit by the code on the person’s receipt', async () => {
    const gone = await capture(office, form, { name: '한결', givenOn: old, additional: true });
    const other = await capture(office, form, { name: '다솜', givenOn: old });
    const number = await destroy(office, await dueUnits(office));
    const { certificate } = await office.as('operator').call('register.getCertificate', { number });
    const leaves = [gone, other].flatMap((one) =>
      unitsOf(one).map((unitId) => unitLeaf(sha256, unitId, one.receiptCode)),
    );
    expect(electronicContentOf(certificate).unitsRoot).toBe(unitsRoot(sha256, leaves));
  });

  it('anchors the audit log as it stood', async () => {
    await capture(office, form, { givenOn: old });
    const number = await destroy(office, await dueUnits(office));
    const { certificate } = await office.as('auditor').call('register.getCertificate', { number });
    const { audit } = certificate.content;
    const entries = await office.as('auditor').call('register.listAuditEntries', { limit: 500, offset: 0 });
    const last = entries.entries.find((entry) => entry.sequence === audit.size - 1);
    expect(last).toMatchObject({ code: 'destruction.order_destroyed', about: { number: 'D-2026-0001' } });
    const issued = entries.entries.find((entry) => entry.sequence === audit.size);
    expect(issued).toMatchObject({
      code: 'register.certificate_issued',
      about: { number, digest: certificate.digest },
    });
  });

  it('has a number without gaps, by year in the office’s zone, whatever was refused in between', async () => {
    const numbers: string[] = [];
    for (const instant of [
      '2026-05-04T01:00:00.000Z',
      '2026-12-31T14:59:00.000Z',
      '2026-12-31T15:00:00.000Z',
    ]) {
      office.clock.set(instant);
      const { units } = await capture(office, form, { givenOn: old });
      const order = await approvedOrder(
        office,
        units.map((unit) => unit.unitId),
      );
      await office.as('supervisor').refused('destruction.executeOrder', { ...order, digest: '0'.repeat(64) });
      numbers.push((await execute(office, order)).certificateNumber ?? '');
    }
    expect(numbers).toEqual(['2026-0001', '2026-0002', '2027-0001']);
    const { certificates } = await office
      .as('auditor')
      .call('register.listCertificates', { limit: 10, offset: 0 });
    expect(certificates.map((one) => [one.number, one.orderNumber])).toEqual([
      ['2027-0001', 'D-2027-0001'],
      ['2026-0002', 'D-2026-0002'],
      ['2026-0001', 'D-2026-0001'],
    ]);
  });

  it('can be shown and saved, but not into the office’s own folder or over another file', async () => {
    await capture(office, form, { givenOn: old });
    const number = await destroy(office, await dueUnits(office));
    const desk = office.as('auditor');
    const ask = { number };
    const shown = await desk.call('register.certificate', {
      ask,
      format: 'pdf',
      languages: ['ko', 'en'],
      to: { way: 'screen' },
    });
    expect(shown).toMatchObject({ personalData: 'none', copyReference: null });
    expect(
      Buffer.from(shown.bytes ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const path = join(office.parent, shown.fileName.replace('.pdf', '.json'));
    const to = { way: 'file' as const, path, replace: false };
    const save = { ask, format: 'json' as const, languages: ['en' as const], to };
    const { size, bytes } = await desk.call('register.certificate', save);
    expect(bytes).toBeNull();
    expect(readFileSync(path)).toHaveLength(size);
    const refused = async (change: object) =>
      (await desk.refused('register.certificate', { ...save, to: { ...to, ...change } })).code;
    expect(await refused({})).toBe('path_exists');
    expect(await refused({ path: 'certificate.json' })).toBe('path_not_absolute');
    expect(await refused({ path: join(office.folder, 'certificate.json') })).toBe('path_inside_office');
    expect(await refused({ path: join(office.parent, 'missing', 'c.json') })).toBe('path_folder_missing');
    expect(await refused({ path: office.parent, replace: true })).toBe('path_exists');
    expect(await refused({ path: join(office.parent, 'root.slot') })).toBe('path_ending');
    const other = { ask: { number: '2026-0002' }, to: { ...to, path: join(office.parent, 'other.json') } };
    expect((await desk.refused('register.certificate', { ...save, ...other })).code).toBe('not_found');
    const again = await desk.call('register.certificate', { ...save, to: { ...to, replace: true } });
    expect(again.size).toBe(size);
    const { entries } = await desk.call('register.listAuditEntries', { limit: 2, offset: 0 });
    expect(entries.map(({ code, about }) => ({ code, about }))).toEqual(
      [0, 1].map(() => ({
        code: 'office.document_saved',
        about: { document: 'register.certificate', as: 'json', number },
      })),
    );
  });
});

describe('when a check does not pass', () => {
  it('nothing is certified, the order says why, and it is certified once the reason is gone', async () => {
    await capture(office, form, { name: '한결', givenOn: old });
    const order = await approvedOrder(office, await dueUnits(office));
    // Somebody put a file into the office's folder: nobody knows what is in it.
    const stray = join(office.folder, 'copy-of-records.bak');
    writeFileSync(stray, 'whatever');
    const outcome = await execute(office, order);
    expect(outcome).toMatchObject({ state: 'unverified', certificateNumber: null });
    expect(outcome.verification.filter(({ result }) => result !== 'pass').map(({ check }) => check)).toEqual([
      'no_residue',
    ]);
    const { orderId, digest } = order;
    expect((await office.as('operator').refused('destruction.executeOrder', { orderId, digest })).code).toBe(
      'order_already_executed',
    );
    expect((await office.call('office.home', {})).ordersInterrupted).toBe(1);
    expect((await office.call('register.listCertificates', { limit: 10, offset: 0 })).total).toBe(0);

    rmSync(stray);
    const again = await office.call('destruction.verifyOrder', { orderId });
    expect(again).toMatchObject({ state: 'destroyed', certificateNumber: '2026-0001' });
    expect(await office.as('auditor').call('register.verifyAuditLog', {})).toMatchObject({ result: 'pass' });
  });
});
