import { renameSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256, verifyEd25519 } from '../../../main/storage/cryptography.ts';
import type { ChannelInput } from '../../../shared/contract/contract.ts';
import type { Role } from '../../../shared/domain/office/permission.ts';
import {
  certificateEnvelopeSchema,
  certificateIsAuthentic,
  electronicContentOf,
} from '../../../shared/domain/register/certificate.ts';
import { capture, type PublishedForm, publishMembership } from '../../fixtures/consent.ts';
import { backUp, medium, refreshKeys, registerKeys } from '../../fixtures/copies.ts';
import { openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { approvedOrder, destroy, dueUnits, execute } from '../../fixtures/order.ts';

let office: TestOffice;
let form: PublishedForm;
const old = '2025-01-10';

beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
});
afterEach(() => office.remove());

const admin = () => office.as('administrator');
const close = (copyId: string, how: 'destroyed' | 'returned' | 'lost') =>
  admin().call('office.closeKnownCopy', { copyId, how });
const register = (unitIds: string[], kind: 'print' | 'export' | 'provided_to_vendor' = 'print') =>
  admin().call('office.addKnownCopy', {
    kind,
    scope: unitIds.length > 0 ? 'listed' : 'all',
    unitIds,
    personIds: [],
    where: '3층 캐비닛 · cabinet on floor 3',
    note: '',
    since: '2026-03-01',
  });
const certificateOf = async (number: string) =>
  (await office.as('auditor').call('register.getCertificate', { number })).certificate;
const list = async () =>
  (await office.as('auditor').call('register.listCertificates', { limit: 20, offset: 0 })).certificates;

describe('a certificate', () => {
  it('is conditional while a copy of the keys from before is out, and completed when it is refreshed', async () => {
    await capture(office, form, { name: '한결', givenOn: old });
    const keys = medium(office, 'keys');
    const { copyId, epoch } = await registerKeys(office, keys);
    renameSync(keys, `${keys}-in-the-safe`);
    const number = await destroy(office, await dueUnits(office));
    const conditional = await certificateOf(number);
    expect(electronicContentOf(conditional)).toMatchObject({
      conditional: true,
      keyCopies: {
        allRotated: false,
        outstanding: [{ kind: 'vault_copy', reference: 'KC-0001', sinceEpoch: epoch }],
      },
    });
    expect((await admin().refused('office.refreshVaultMedium', { copyId })).code).toBe('path_folder_missing');
    expect((await list())[0]).toMatchObject({ conditional: true, completedBy: null });

    renameSync(`${keys}-in-the-safe`, keys);
    office.clock.advance({ hours: 3 });
    const { completions } = await refreshKeys(office, copyId);
    expect(completions).toEqual(['2026-0002']);
    const completion = await certificateOf('2026-0002');
    expect(completion.content).toMatchObject({
      kind: 'completion',
      completes: { number, digest: conditional.digest, units: 1 },
      copies: [
        { reference: 'KC-0001', kind: 'vault_copy', ended: 'refreshed', reportedBy: { staffNumber: 1 } },
      ],
    });
    // The conditional one is the same, to the byte.
    expect(await certificateOf(number)).toEqual(conditional);
    const by = {
      sha256,
      verify: (message: Uint8Array, signature: Uint8Array, key: Uint8Array) =>
        verifyEd25519(key, message, signature),
    };
    expect(certificateIsAuthentic(certificateEnvelopeSchema.parse(completion), by)).toBe(true);
    expect((await list()).map((row) => [row.number, row.completes, row.completedBy])).toEqual([
      ['2026-0002', '2026-0001', null],
      ['2026-0001', null, '2026-0002'],
    ]);
    const { bytes } = await office.as('auditor').call('register.certificate', {
      ask: { number: '2026-0002' },
      format: 'pdf',
      languages: ['ko', 'en'],
      to: { way: 'screen' },
    });
    expect(
      Buffer.from(bytes ?? '', 'base64')
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-');
    expect((await office.as('auditor').call('register.verifyAuditLog', {})).result).toBe('pass');
    // Nothing further is issued.
    expect((await refreshKeys(office, copyId)).completions).toEqual([]);
  });

  it('needs no condition where the medium is there while it is carried out', async () => {
    await capture(office, form, { name: '한결', givenOn: old });
    await registerKeys(office, medium(office, 'keys'));
    const number = await destroy(office, await dueUnits(office));
    expect(electronicContentOf(await certificateOf(number)).conditional).toBe(false);
    const { vaultCopies, epoch } = await admin().call('office.listBackups', {});
    expect(vaultCopies).toMatchObject([{ epoch, destructionsSince: 0 }]);
  });

  it('names copies in plaintext that concern its units, and no others; a backup is listed and is no condition', async () => {
    const gone = await capture(office, form, { name: '한결', givenOn: old });
    const other = await capture(office, form, { name: '다솜', givenOn: '2026-04-01' });
    await backUp(office, medium(office, 'backups'));
    const print = await register(gone.units.map((unit) => unit.unitId));
    const vendor = await register(
      gone.units.map((unit) => unit.unitId),
      'provided_to_vendor',
    );
    await register(other.units.map((unit) => unit.unitId));
    const ended = await register(gone.units.map((unit) => unit.unitId));
    await close(ended.copyId, 'destroyed');

    const order = await approvedOrder(office, await dueUnits(office));
    const { copies } = await office.as('operator').call('office.copiesOfOrder', { orderId: order.orderId });
    expect(copies.map(({ reference, kind, effect }) => [reference, kind, effect])).toEqual([
      ['KC-0001', 'backup', 'listed'],
      ['KC-0002', 'print', 'conditional'],
      ['KC-0003', 'provided_to_vendor', 'conditional'],
    ]);
    const number = (await execute(office, order)).certificateNumber ?? '';
    const content = electronicContentOf(await certificateOf(number));
    expect(content.conditional).toBe(true);
    expect(content.knownCopies.map(({ reference, kind }) => [reference, kind])).toEqual([
      ['KC-0001', 'backup'],
      ['KC-0002', 'print'],
      ['KC-0003', 'provided_to_vendor'],
    ]);
    expect(JSON.stringify(content)).not.toContain('캐비닛');

    // A lost copy is somewhere: it completes nothing. Found again and shredded, it does.
    expect((await close(print.copyId, 'lost')).completions).toEqual([]);
    expect((await close(vendor.copyId, 'returned')).completions).toEqual([]);
    expect((await close(print.copyId, 'destroyed')).completions).toEqual(['2026-0002']);
    expect((await certificateOf('2026-0002')).content).toMatchObject({
      copies: [
        { reference: 'KC-0002', ended: 'destroyed' },
        { reference: 'KC-0003', ended: 'returned' },
      ],
    });
  });

  it('is completed by a paper that names whoever reported with the roles they held then', async () => {
    const { units } = await capture(office, form, { name: '한결', givenOn: old });
    const unitIds = units.map(({ unitId }) => unitId);
    const [print, vendor] = [await register(unitIds), await register(unitIds, 'provided_to_vendor')];
    await destroy(office, await dueUnits(office));
    const { users } = await admin().call('office.listUsers', {});
    const clerkId = users.find(({ signInName }) => signInName === staff.clerk.signInName)?.id ?? '';
    const setRoles = (roles: Role[]) => admin().call('office.setUserRoles', { userId: clerkId, roles });
    await setRoles(['administrator']);
    await office.as('clerk').call('office.closeKnownCopy', { copyId: vendor.copyId, how: 'returned' });
    await setRoles(['clerk', 'auditor']);
    const { completions } = await close(print.copyId, 'destroyed');
    expect((await certificateOf(completions[0] ?? '')).content).toMatchObject({
      copies: [
        { reference: 'KC-0001', reportedBy: { roles: ['administrator'] } },
        { reference: 'KC-0002', reportedBy: { id: clerkId, roles: ['administrator'] } },
      ],
    });
  });

  it('is not conditional for a backup alone', async () => {
    await capture(office, form, { name: '한결', givenOn: old });
    await backUp(office, medium(office, 'backups'));
    const number = await destroy(office, await dueUnits(office));
    expect(electronicContentOf(await certificateOf(number))).toMatchObject({
      conditional: false,
      knownCopies: [{ kind: 'backup', reference: 'KC-0001' }],
    });
  });
});

describe('the register', () => {
  it('refuses endings that cannot be, and what is not of anybody', async () => {
    const copy = await register([]);
    await close(copy.copyId, 'returned');
    expect(
      (await admin().refused('office.closeKnownCopy', { copyId: copy.copyId, how: 'destroyed' })).code,
    ).toBe('known_copy_ended');
    const backup = await backUp(office, medium(office, 'backups'));
    expect(
      (await admin().refused('office.closeKnownCopy', { copyId: backup.copyId, how: 'returned' })).code,
    ).toBe('known_copy_ending');
    const input: ChannelInput<'office.addKnownCopy'> = {
      kind: 'print',
      scope: 'listed',
      unitIds: ['3f0c1d9e-0000-4000-8000-000000000001'],
      personIds: [],
      where: 'x',
      note: '',
      since: '2026-03-01',
    };
    expect((await admin().refused('office.addKnownCopy', input)).code).toBe('known_copy_subjects');
    expect((await admin().refused('office.addKnownCopy', { ...input, unitIds: [] })).code).toBe(
      'known_copy_subjects',
    );
    const later = { ...input, scope: 'all' as const, unitIds: [], since: '2027-01-01' };
    expect((await admin().refused('office.addKnownCopy', later)).code).toBe('date_in_future');
    expect((await office.as('auditor').refused('office.addKnownCopy', input)).code).toBe('forbidden');
  });

  it('lists where, since when, of how much, and by whom', async () => {
    const person = await capture(office, form, { name: '한결', givenOn: old });
    await register(person.units.map((unit) => unit.unitId));
    const page = { show: 'outstanding', limit: 10, offset: 0 } as const;
    const { copies, total } = await office.as('auditor').call('office.listKnownCopies', page);
    expect(total).toBe(1);
    expect(copies[0]).toMatchObject({
      reference: 'KC-0001',
      where: '3층 캐비닛 · cabinet on floor 3',
      subjects: 1,
      registeredBy: 1,
      how: null,
    });
    expect((await office.as('operator').refused('office.listKnownCopies', page)).code).toBe('forbidden');
  });

  it('hears of what a vendor was given, by itself', async () => {
    const person = await capture(office, form, { name: '한결', givenOn: '2026-04-01' });
    const clerk = office.as('clerk');
    const { vendorId } = await clerk.call('provision.addVendor', {
      name: '한빛택배',
      task: 'delivery',
      contact: '',
      contractEndsOn: null,
      doesMarketing: false,
    });
    await clerk.call('provision.recordHandOver', {
      vendorId,
      purposeId: form.essential,
      to: { whose: 'named', consentIds: [person.consentId] },
      what: 'address labels',
      way: 'file_transfer',
      isEncrypted: true,
      handedOverOn: '2026-04-02',
      dueBackOn: null,
    });
    const page = { show: 'outstanding', limit: 10, offset: 0 } as const;
    const { copies } = await office.as('auditor').call('office.listKnownCopies', page);
    expect(copies).toMatchObject([
      { kind: 'provided_to_vendor', where: '한빛택배', subjects: 1, since: '2026-04-02', registeredBy: 2 },
    ]);
  });
});
