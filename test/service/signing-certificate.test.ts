import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { destroy, dueUnits } from '../fixtures/order.ts';

/** Certificates that openssl made, as an authority would hand them out; `pdfsig` says what viewers say. `test/run.ts` installs both. */
let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const passphrase = 'never kept anywhere 1';
const openssl = (...given: string[]) =>
  execFileSync('openssl', given, { cwd: office.parent, stdio: ['ignore', 'pipe', 'pipe'] });

interface Made {
  key?: readonly string[];
  extensions?: readonly string[];
  dates?: readonly [from: string, until: string];
  export?: readonly string[];
}

/** A PKCS #12 file of a key with its certificate, issued by a small authority. */
function pkcs12({ key, extensions, dates, export: how = [] }: Made = {}): string {
  const usage = extensions ?? ['keyUsage=critical,digitalSignature,nonRepudiation'];
  const own = (name: string, ...lines: string[]) =>
    writeFileSync(join(office.parent, name), `${lines.join('\n')}\n`);
  // Nothing in it, not even a line.
  writeFileSync(join(office.parent, 'index.txt'), '');
  own('serial', '1000');
  own(
    'ca.cnf',
    ...[
      '[ca]',
      'default_ca = small',
      '[small]',
      'database = index.txt',
      'serial = serial',
      'new_certs_dir = .',
    ],
    ...['default_md = sha256', 'unique_subject = no', 'policy = any', '[any]'],
    ...['organizationName = optional', 'commonName = supplied'],
  );
  own('own.ext', ...usage);
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem'],
    ...['-subj', '/O=Test Authority/CN=Test Authority', '-days', '7300'],
  );
  openssl(
    ...['req', '-newkey', ...(key ?? ['rsa:2048']), '-nodes', '-keyout', 'own.key', '-out', 'own.csr'],
    ...['-subj', '/O=Garam Cooperative/CN=Garam Branch Seal'],
  );
  const [from, until] = dates ?? ['20260101000000Z', '20360101000000Z'];
  openssl(
    ...['ca', '-batch', '-notext', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key'],
    ...['-in', 'own.csr', '-out', 'own.pem', '-extfile', 'own.ext', '-startdate', from, '-enddate', until],
  );
  openssl(
    ...['pkcs12', '-export', '-inkey', 'own.key', '-in', 'own.pem', '-certfile', 'ca.pem'],
    ...['-out', 'own.p12', '-passout', `pass:${passphrase}`, ...how],
  );
  return readFileSync(join(office.parent, 'own.p12')).toString('base64');
}

const administrator = () => office.as('administrator');
const imported = (file: string, word = passphrase) =>
  administrator().call('register.importSigningCertificate', { file, passphrase: word });
const refused = async (file: string, word = passphrase) =>
  (await administrator().refused('register.importSigningCertificate', { file, passphrase: word })).code;

/** What pdfsig says of a certificate of destruction that is printed now. */
async function signed(): Promise<string> {
  const form = await publishMembership(office);
  await capture(office, form, { givenOn: '2025-01-10' });
  const number = await destroy(office, await dueUnits(office));
  const { bytes } = await office.as('auditor').call('register.certificate', {
    ask: { number },
    format: 'pdf',
    languages: ['ko'],
    to: { way: 'screen' },
  });
  writeFileSync(join(office.parent, 'signed.pdf'), Buffer.from(bytes ?? '', 'base64'));
  return execFileSync('pdfsig', ['signed.pdf'], { cwd: office.parent, encoding: 'utf8' });
}

describe('an imported certificate', () => {
  it.each([
    { name: 'RSA', key: ['rsa:2048'], shown: 'RSA 2048' },
    { name: 'an elliptic curve', key: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], shown: 'P-256' },
  ])('of $name signs documents instead of the office’s own, until it is removed', async ({ key, shown }) => {
    const { certificateId } = await imported(pkcs12({ key }));
    const { certificates } = await administrator().call('register.listSigningCertificates', {});
    expect(certificates).toEqual([
      expect.objectContaining({
        certificateId,
        origin: 'imported',
        subject: 'Garam Branch Seal, Garam Cooperative',
        issuer: 'Test Authority',
        isSelfIssued: false,
        key: shown,
        isInUse: true,
        isExpired: false,
      }),
    ]);
    const text = await signed();
    expect(text).toContain('Signature is Valid');
    expect(text).toContain('Total document signed');
    expect(text).toContain('Garam Branch Seal');

    await administrator().call('register.removeSigningCertificate', { certificateId });
    const after = await office.as('auditor').call('register.certificate', {
      ask: { number: '2026-0001' },
      format: 'pdf',
      languages: ['ko'],
      to: { way: 'screen' },
    });
    writeFileSync(join(office.parent, 'own.pdf'), Buffer.from(after.bytes ?? '', 'base64'));
    const own = execFileSync('pdfsig', ['own.pdf'], { cwd: office.parent, encoding: 'utf8' });
    expect(own).toContain('Signature is Valid');
    expect(own).not.toContain('Garam Branch Seal');
  });

  it('is vouched for by its authority, which comes along in the document', async () => {
    await imported(pkcs12());
    await signed();
    const pdf = readFileSync(join(office.parent, 'signed.pdf')).toString('latin1');
    const contents = /\/Contents <([0-9a-fA-F]+)>/u.exec(pdf)?.[1] ?? '';
    writeFileSync(join(office.parent, 'cms.der'), Buffer.from(contents, 'hex'));
    const pems = openssl('pkcs7', '-inform', 'DER', '-in', 'cms.der', '-print_certs').toString('utf8');
    expect(pems).toContain('Garam Branch Seal');
    expect(pems.match(/BEGIN CERTIFICATE/gu)).toHaveLength(2);
  });

  it('leaves its passphrase nowhere in the folder', async () => {
    const { certificateId } = await imported(pkcs12());
    await office.restart();
    const names = readdirSync(office.folder, { recursive: true, encoding: 'utf8' });
    for (const name of names) {
      const path = join(office.folder, name);
      if (statSync(path).isFile()) expect(readFileSync(path).includes(Buffer.from(passphrase))).toBe(false);
    }
    const { certificates } = await administrator().call('register.listSigningCertificates', {});
    expect(certificates[0]?.certificateId).toBe(certificateId);
  });
});

describe('what may not sign is refused in words', () => {
  it('a wrong passphrase, another file, an old encryption', async () => {
    const file = pkcs12();
    expect(await refused(file, 'something else')).toBe('pkcs12_passphrase');
    expect(await refused(Buffer.from('no such file').toString('base64'))).toBe('pkcs12_unreadable');
    expect(await refused(pkcs12({ export: ['-legacy'] }))).toBe('pkcs12_old_encryption');
    expect(await refused(pkcs12({ export: ['-nokeys'] }))).toBe('pkcs12_no_key');
  });

  it('the same one twice', async () => {
    const file = pkcs12();
    await imported(file);
    expect(await refused(file)).toBe('signing_certificate_known');
  });

  it.each([
    {
      name: 'one that has expired',
      made: { dates: ['20240101000000Z', '20250101000000Z'] as const },
      code: 'signing_certificate_expired',
    },
    {
      name: 'one that is not valid yet',
      made: { dates: ['20300101000000Z', '20310101000000Z'] as const },
      code: 'signing_certificate_not_yet_valid',
    },
    {
      name: 'one that is not for signatures',
      made: { extensions: ['keyUsage=critical,keyEncipherment'] },
      code: 'signing_certificate_usage',
    },
    { name: 'a key that is too short', made: { key: ['rsa:1024'] }, code: 'signing_certificate_key' },
    { name: 'a key that viewers do not know', made: { key: ['ed25519'] }, code: 'pkcs12_no_key' },
  ])('$name', async ({ made, code }) => {
    expect(await refused(pkcs12(made))).toBe(code);
  });
});

it('an imported certificate that has expired meanwhile is passed over for the office’s own', async () => {
  await imported(pkcs12({ dates: ['20260101000000Z', '20260601000000Z'] }));
  await office.restart();
  office.clock.set('2026-07-01T01:00:00.000Z');
  const text = await signed();
  expect(text).toContain('Signature is Valid');
  expect(text).not.toContain('Garam Branch Seal');
  const { certificates } = await administrator().call('register.listSigningCertificates', {});
  expect(certificates.map(({ origin, isInUse, isExpired }) => [origin, isInUse, isExpired])).toEqual([
    ['imported', false, true],
    ['own', true, false],
  ]);
});
